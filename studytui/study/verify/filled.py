"""Gaps of the template that are still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from studytui.course.model import Lesson
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.course.template import GAP


def verify_filled(lesson: Lesson) -> Iterator[Complaint]:
    """Each text that still says FILL IN, with its line."""
    for path, text in _texts((), msgspec.to_builtins(lesson)):
        if gap := GAP.search(text):
            yield Complaint(path, "is still to be filled in", text.count("\n", 0, gap.start()) + 1)


def _texts(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts((*path, key), part)
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from _texts((*path, index), part)
