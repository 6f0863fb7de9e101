"""What can be checked by reading: formulas that can be drawn, lines that fit, texts that are no wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from rich.cells import cell_len

from studytui.course.formula import problems
from studytui.course.formula.markdown import formulas
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint

PROSE = frozenset({"text", "claim", "truth", "prompt", "why", "hints", "try"})
CODE = frozenset({"code", "starter", "solution", "proof", "lines"})
WIDEST = 76
"""Cells of a line of code that are seen whole at 80 columns."""
LONGEST = 400
"""Words of one text: about two screens at 80×24."""


def verify_reading(path: Path, part: msgspec.Struct, *, any_width: bool = False) -> Iterator[Complaint]:
    """Everything of a step or question that reads badly; with `any_width` lines of code may be long."""
    for at, name, text in _texts(path, part):
        if name in PROSE:
            yield from _prose(at, text)
        elif name in CODE and not any_width:
            yield from _code(at, text)


def _prose(path: Path, text: str) -> Iterator[Complaint]:
    for formula in formulas(text):
        for problem in problems(formula.tex):
            yield Complaint(path, f"the formula ${formula.tex[:60]}$: {problem}", formula.line)
    words = len(text.split())
    if words > LONGEST:
        yield Complaint(path, f"{words} words at a stretch, expected at most {LONGEST}")


def _code(path: Path, text: str) -> Iterator[Complaint]:
    for number, line in enumerate(text.splitlines(), 1):
        if cell_len(line) > WIDEST:
            yield Complaint(path, f"a line of {cell_len(line)} cells, expected at most {WIDEST}", number)


def _texts(path: Path, value: Any, name: str = "") -> Iterator[tuple[Path, str, str]]:
    """Every text with its path and the name of the field it stands in."""
    if isinstance(value, str):
        yield path, name, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts((*path, index), item, name)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from _texts((*path, field.encode_name), getattr(value, field.name), field.encode_name)
