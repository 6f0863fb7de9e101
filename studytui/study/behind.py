"""The step of a lesson that teaches what a question asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from studytui.course.model import AnyStep, Exercise, Lesson, Quiz
from studytui.course.questions import Question

WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]{2,}")


def step_behind(lesson: Lesson, question: Question | Exercise) -> str:
    """Id of the step that shares most of the question's words, rare ones counting most; the first one when
    none does. Each shared word counts 1 / (number of steps that have it), so that `torch` hardly counts."""
    return _nearest(lesson, words(question), question.id)


def step_about(lesson: Lesson, text: str) -> str:
    """The same for any text: a claim, or the message of an error."""
    return _nearest(lesson, {word.casefold() for word in WORD.findall(text)})


def _nearest(lesson: Lesson, asked: set[str], but: str = "") -> str:
    steps = [step for step in lesson.steps if not isinstance(step, Quiz) and step.id != but]
    if not steps:
        return lesson.steps[0].id
    found = [words(step) for step in steps]
    spread = Counter(word for each in found for word in each)
    weights = [sum(1 / spread[word] for word in each & asked) for each in found]
    return steps[weights.index(max(weights))].id


def words(item: AnyStep | Question) -> set[str]:
    """The words and names in all of its texts."""
    return {word.casefold() for text in _texts(msgspec.to_builtins(item)) for word in WORD.findall(text)}


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
