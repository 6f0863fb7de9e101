"""What `studytui check --record` wrote down: which lessons held when they were run, and on which torch.

The records stand beside the lessons in `verified.json`. Each names the content it is about, so a lesson that
was edited since counts as not verified.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from studytui.course.frozen import Frozen
from studytui.errors import LessonError

RECORDS_FILE = "verified.json"


class Record(Frozen, frozen=True, kw_only=True):
    """One lesson, run from end to end, and all of it held."""

    content: str
    """SHA-256 of the file as it was."""
    torch: str
    """Version, without the build: 2.13.0."""
    device: str
    """As torch spells it: cpu, cuda:0."""
    on: str
    """Day, in ISO form."""

    def words(self) -> str:
        """`verified on torch 2.13, cpu`."""
        return f"verified on torch {release(self.torch)}, {self.device}"


Records = Mapping[str, Record]
"""Lesson id -> record."""


def content_of(file: Path) -> str:
    """SHA-256 of a lesson file. Raises LessonError when it cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise LessonError(f"{file}:1:1: cannot be read: {error.strerror or error}") from error


def records_file(lesson: Path) -> Path:
    """Where the record of a lesson file `<folder>/<part>/<id>.yaml` stands."""
    return lesson.resolve().parent.parent / RECORDS_FILE


def load_records(file: Path) -> dict[str, Record]:
    """The records in this file; none when there is no file. Raises LessonError for anything else."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Record])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.MsgspecError) as error:
        words = f"no records of verified lessons: {error}; delete it, and `studytui check --record` writes it"
        raise LessonError(f"{file}:1:1: {words}") from error


def save_records(file: Path, records: Records) -> None:
    """Write them by name, in the place of the old file at once. Raises LessonError."""
    plain = {name: msgspec.to_builtins(records[name]) for name in sorted(records)}
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise LessonError(f"{file}:1:1: cannot be written: {error.strerror or error}") from error


def public(torch: str) -> str:
    """A version without its build: 2.13.0+cpu -> 2.13.0."""
    return torch.partition("+")[0]


def release(torch: str) -> str:
    """Major and minor version, which decide what a lesson sees: 2.13.0+cpu -> 2.13."""
    return ".".join(public(torch).split(".")[:2])
