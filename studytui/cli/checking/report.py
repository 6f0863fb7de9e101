"""Findings as they are printed: `file:line: message` for people and editors, JSON lines for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import msgspec
from msgspec import Struct


class Complaint(Struct, frozen=True):
    """One thing that does not hold."""

    file: str
    line: int
    step: str
    message: str

    def words(self) -> str:
        """As compilers write it, so that editors jump there."""
        return f"{self.file}:{self.line}: {f'{self.step}: ' if self.step else ''}{self.message}"


class Summary(Struct, frozen=True):
    """What was checked."""

    lessons: int
    broken: int
    findings: int
    seconds: float

    def words(self) -> str:
        """One line."""
        if not self.findings:
            return f"{_count(self.lessons, 'lesson')} checked in {self.seconds:.1f} s: everything holds."
        return (
            f"{_count(self.lessons, 'lesson')} checked in {self.seconds:.1f} s: "
            f"{_count(self.findings, 'finding')} in {_count(self.broken, 'lesson')}."
        )


def print_words(complaints: Iterable[Complaint], into: TextIO) -> None:
    """One line each."""
    for complaint in complaints:
        print(complaint.words(), file=into, flush=True)


def print_json(complaints: Iterable[Complaint], into: TextIO) -> None:
    """One object each, `type` first."""
    for each in complaints:
        item = {"type": "finding", "file": each.file, "line": each.line, "step": each.step}
        print(json.dumps({**item, "message": each.message}, ensure_ascii=False), file=into, flush=True)


def print_summary(summary: Summary, into: TextIO, *, as_json: bool) -> None:
    """The last line."""
    if as_json:
        print(json.dumps({"type": "summary", **msgspec.to_builtins(summary)}), file=into)
    else:
        print(summary.words(), file=into)


def relative(file: Path) -> str:
    """`file` as seen from here, when it is below; shorter to read and still clickable."""
    here = Path.cwd()
    return str(file.relative_to(here)) if file.is_relative_to(here) else str(file)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
