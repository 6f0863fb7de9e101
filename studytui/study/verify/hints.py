"""Hints point the way; they do not walk it."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint

SHORTEST = 8
"""Characters without blanks; shorter lines (`x = 0`) may stand in a hint by chance."""


def telling_hints(path: Path, hints: tuple[str, ...], given: str, solution: str) -> Iterator[Complaint]:
    """Hints that hold a whole line of the solution which the learner is to find."""
    lines = {_bare(line) for line in solution.splitlines()} - {_bare(line) for line in given.splitlines()}
    for index, hint in enumerate(hints):
        told = next((line for line in lines if len(line) >= SHORTEST and line in _bare(hint)), None)
        if told is not None:
            yield Complaint((*path, "hints", index), "gives a line of the solution away")


def _bare(text: str) -> str:
    return "".join(text.split())
