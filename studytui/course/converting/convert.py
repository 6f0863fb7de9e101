"""A tree read from YAML as a `Lesson`."""

from __future__ import annotations

import re

import msgspec

from studytui.course.converting.complaint import problem_of
from studytui.course.model import Lesson
from studytui.course.positions import Path
from studytui.course.problems import Problem, ReadingError
from studytui.course.reading.tree import Tree

_PATH = re.compile(r"^(?P<words>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_PART = re.compile(r"\[(?P<index>\d+|\.\.\.)\]|\.(?P<name>[^.\[\]]+)")


def to_lesson(tree: Tree) -> Lesson:
    """Convert and validate. Raises `ReadingError` at the first value that does not fit the model."""
    try:
        return msgspec.convert(tree.data, Lesson)
    except msgspec.ValidationError as error:
        words, path, inside = split_message(str(error))
        problem: Problem = problem_of(words, path, tree, inside=inside)
        raise ReadingError(*problem) from error


def split_message(message: str) -> tuple[str, Path, bool]:
    """msgspec's words, its path, and whether it points at some unnamed value inside a mapping."""
    match = _PATH.match(message)
    assert match is not None
    parts: list[str | int] = []
    for part in _PART.finditer(match["path"] or ""):
        if part["index"] == "...":
            return match["words"], tuple(parts), True
        parts.append(int(part["index"]) if part["index"] else part["name"])
    return match["words"], tuple(parts), False
