"""What a lesson says of the course around it: lessons it requires or links to, sources, its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath

import msgspec

from studytui.course.cache import LessonCache
from studytui.course.coverage import CHAPTER
from studytui.course.found import LEDGER_FILE
from studytui.course.ledger import load_ledger
from studytui.course.library import Library
from studytui.course.model import Lesson
from studytui.course.order import LAST
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint

_LINK = re.compile(r"(?<![\w!)\]])\[[^\]\n]+\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$\n]*\$", re.DOTALL)
_ELSEWHERE = ("http://", "https://")
PROSE = frozenset({"text", "claim", "truth", "prompt", "why"})


class Neighbours(msgspec.Struct, frozen=True):
    """The course around a lesson."""

    numbers: dict[str, int]
    """Lesson id -> place in the course."""
    steps: dict[str, frozenset[str]]
    """Lesson id -> ids of its steps."""
    sources: frozenset[str] | None
    """Ids of the ledger; None: the course has none."""


def neighbours(folder: FilePath) -> Neighbours:
    """The whole lessons of a course and its ledger. Raises LessonError."""
    library = Library.open(folder, LessonCache.of(folder))
    ledger = folder / LEDGER_FILE
    known = frozenset(entry.id for entry in load_ledger(ledger)) if ledger.is_file() else None
    return Neighbours(
        {lesson.id: lesson.number or LAST for lesson in library.lessons},
        {lesson.id: frozenset(step.id for step in lesson.steps) for lesson in library.lessons},
        known,
    )


def complaints_among(lesson: Lesson, around: Neighbours) -> Iterator[Complaint]:
    """What the lesson names and the course does not have, or has later."""
    mine = lesson.number or LAST
    for index, name in enumerate(lesson.requires):
        if name not in around.numbers:
            yield Complaint(("requires", index), f"requires `{name}`, and there is no such lesson")
        elif around.numbers[name] >= mine and name != lesson.id and mine != LAST:
            yield Complaint(("requires", index), f"requires `{name}`, which comes later in the course")
    for other, number in around.numbers.items():
        if other != lesson.id and number == mine != LAST:
            yield Complaint(("number",), f"number {mine} is taken by `{other}`")
    for index, source in enumerate(lesson.sources):
        if around.sources is not None and source not in around.sources and not CHAPTER.fullmatch(source):
            yield Complaint(("sources", index), f"source `{source}` is not in the ledger")
    for path, text in _prose(("steps",), lesson.steps):
        yield from _links(path, text, around)


def _links(path: Path, text: str, around: Neighbours) -> Iterator[Complaint]:
    bare = _CODE.sub(lambda match: "\n" * match.group().count("\n"), text)
    for match in _LINK.finditer(bare):
        target = match[1]
        name, _, step = target.partition("#")
        if target.startswith(_ELSEWHERE) or (
            name in around.steps and (not step or step in around.steps[name])
        ):
            continue
        line = bare.count("\n", 0, match.start()) + 1
        yield Complaint(path, f"links to `{target}`, and there is no such lesson or step", line)


def _prose(path: Path, value: object, name: str = "") -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if name in PROSE:
            yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _prose((*path, index), item, name)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(type(value)):
            yield from _prose((*path, field.encode_name), getattr(value, field.name), field.encode_name)
