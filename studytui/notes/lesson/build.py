"""Checked notes to lessons of a size that can be walked in one go."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from studytui.course.model import AnyStep, Lesson
from studytui.notes.checkup.block import Block
from studytui.notes.document import Document
from studytui.notes.lesson.steps import Section, Steps
from studytui.notes.lesson.words import free_id, slug, title_of

ENOUGH = 16
"""Steps after which an outer heading begins a new lesson."""
MOST = 30
"""Steps after which any heading does."""
OUTER = 2
STEP_MINUTES = 0.6
OBJECTIVES = 4


def build_lessons(
    document: Document, blocks: Mapping[int, Block], taken: Container[str], first: int = 1
) -> tuple[Lesson, ...]:
    """The lessons of one file of notes, in order; ids are none of `taken`. Empty for notes without a word."""
    title = part_of(document)
    groups = list(_groups(Steps(document, blocks).sections(title)))
    return tuple(
        _lesson(document, title, group, number, len(groups), taken, first + number - 1)
        for number, group in enumerate(groups, 1)
    )


def part_of(document: Document) -> str:
    """The part of the library that the lessons of these notes make up."""
    return title_of(document.title) or "Notes"


def _groups(sections: Sequence[Section]) -> Iterator[list[Section]]:
    kept: list[Section] = []
    for section in sections:
        size = sum(len(each.steps) for each in kept)
        outer = section.level <= OUTER
        if kept and ((outer and size >= ENOUGH) or size >= MOST):
            yield kept
            kept = []
        kept.append(section)
    if kept:
        yield kept


def _lesson(
    document: Document,
    title: str,
    group: Sequence[Section],
    number: int,
    count: int,
    taken: Container[str],
    place: int,
) -> Lesson:
    steps: tuple[AnyStep, ...] = tuple(step for section in group for step in section.steps)
    base = slug(document.title)
    wanted = slug(f"{base[:40].strip('-')}-{number}") if count > 1 else base
    titles = list(dict.fromkeys(section.title for section in group if section.title)) or [title]
    return Lesson(
        id=free_id(wanted, taken),
        title=titles[0] if count > 1 else title,
        part=title,
        number=place,
        minutes=max(1, round(STEP_MINUTES * len(steps))),
        objectives=tuple(titles[:OBJECTIVES]),
        notes=document.name,
        steps=steps,
    )
