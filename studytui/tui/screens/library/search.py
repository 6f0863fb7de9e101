"""Search over everything a lesson says: titles, texts, code, the claims it decides, errors it explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from studytui.course.found import LEDGER_FILE
from studytui.course.library import Library
from studytui.course.model import AnyStep, Lesson
from studytui.errors import LessonError
from studytui.study.behind import step_about
from studytui.tui.screens.library.errors import error_hits, known_errors

if TYPE_CHECKING:
    from studytui.course.ledger import Entry

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
    kind: str = ""
    """"claim", "question" or "error" where it is no text of the lesson itself."""
    about: str = ""
    """The whole claim or message then."""

    @property
    def place(self) -> str:
        """The step to jump to; of a claim or an error, the one that says most about it."""
        return step_about(self.lesson, self.about) if self.kind else self.step


@dataclass(frozen=True)
class _Text:
    """One text to look in."""

    hit: Hit
    folded: str
    whole: str


class Index:
    """The texts of all lessons, folded once."""

    def __init__(self, lessons: Sequence[Lesson], ledger: Sequence[Entry] = ()) -> None:
        self._by_id = {lesson.id: lesson for lesson in lessons}
        self._texts = [text for lesson in lessons for text in _texts_of(lesson)]
        self._texts += _claims(lessons, ledger)
        for lesson_id, message in known_errors():
            if lesson_id in self._by_id:
                self._texts.append(_text(Hit(self._by_id[lesson_id], "", "", "error", message), message))

    def find(self, query: str) -> list[Hit]:
        """Places that contain every word of the query: titles first, at most `MOST`.

        A whole error message, pasted as Python printed it, finds the lesson that explains it.
        """
        words = query.casefold().split()
        if not words:
            return []
        found = [text for text in self._texts if all(word in text.folded for word in words)][:MOST]
        hits = [replace(text.hit, excerpt=excerpt(text.whole, text.folded, words[0])) for text in found]
        pasted = [
            Hit(self._by_id[lesson_id], "", told, "error", f"{query} {told}")
            for lesson_id, told in error_hits(query)
            if lesson_id in self._by_id
        ]
        return [*pasted, *sorted(hits, key=lambda hit: bool(hit.step) + 2 * bool(hit.kind))]


def excerpt(text: str, folded: str, word: str) -> str:
    """The text around the first place of `word`."""
    at = folded.find(word)
    start, end = max(0, at - AROUND), at + len(word) + AROUND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _texts_of(lesson: Lesson) -> Iterator[_Text]:
    head = " · ".join([lesson.title, lesson.id, *lesson.objectives, *lesson.sources])
    yield _text(Hit(lesson, "", ""), head)
    for step in lesson.steps:
        whole = " ".join(" ".join(_strings(msgspec.to_builtins(step))).split())
        yield _text(Hit(lesson, step.id, ""), whole)


def _claims(lessons: Sequence[Lesson], ledger: Sequence[Entry]) -> Iterator[_Text]:
    """Each entry with the lesson that covers it."""
    covering = {source: lesson for lesson in lessons for source in lesson.sources}
    for entry in ledger:
        lesson = next(
            (covering[source] for source in (entry.id, *entry.questions) if source in covering), None
        )
        if lesson is not None:
            kind = "claim" if entry.kind == "claim" else "question"
            yield _text(Hit(lesson, "", "", kind, entry.statement), f"{entry.statement} ({entry.id})")


def _text(hit: Hit, whole: str) -> _Text:
    return _Text(hit, whole.casefold(), whole)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("kind", "id", "device"):
                yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def title_of(step: AnyStep) -> str:
    """What to call a step in a list."""
    return step.title or step.id.replace("-", " ")


def index_of(library: Library) -> Index:
    """The index of a library, with the claims of its ledger when it has one."""
    from studytui.course.ledger import load_ledger  # the YAML reader: not before somebody searches

    file = library.folder / LEDGER_FILE
    try:
        return Index(library.lessons, load_ledger(file) if file.is_file() else ())
    except LessonError:
        return Index(library.lessons)  # `studytui check --coverage` says what is wrong with the ledger
