"""Search over titles, objectives and every text and code of the lessons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from studytui.course.model import AnyStep, Lesson

AROUND = 28
"""Characters shown on either side of a hit."""
MOST = 200


@dataclass(frozen=True)
class Hit:
    """A place where all the words occur."""

    lesson: Lesson
    step: str
    """Id of the step; empty for the lesson's title and objectives."""
    excerpt: str


class Index:
    """The texts of all lessons, folded once."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self._entries = [entry for lesson in lessons for entry in _entries(lesson)]

    def find(self, query: str) -> list[Hit]:
        """Places that contain every word of the query: titles first, at most `MOST`."""
        words = query.casefold().split()
        if not words:
            return []
        found: list[Hit] = []
        for lesson, step, text, folded in self._entries:
            if all(word in folded for word in words):
                found.append(Hit(lesson, step, excerpt(text, folded, words[0])))
                if len(found) >= MOST:
                    break
        return sorted(found, key=lambda hit: bool(hit.step))


def excerpt(text: str, folded: str, word: str) -> str:
    """The text around the first place of `word`."""
    at = folded.find(word)
    start, end = max(0, at - AROUND), at + len(word) + AROUND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _entries(lesson: Lesson) -> Iterator[tuple[Lesson, str, str, str]]:
    head = " · ".join([lesson.title, lesson.id, *lesson.objectives, *lesson.sources])
    yield lesson, "", head, head.casefold()
    for step in lesson.steps:
        text = " ".join(" ".join(_texts(msgspec.to_builtins(step))).split())
        yield lesson, step.id, text, text.casefold()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("kind", "id", "device"):
                yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def title_of(step: AnyStep) -> str:
    """What to call a step in a list."""
    return step.title or step.id.replace("-", " ")
