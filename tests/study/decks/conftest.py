"""A small course of two parts, and a store to learn it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studytui.course.model import Exercise, Explain, Lesson, Predict, Quiz, Snippet, Wrong
from studytui.course.questions import Multi, Option, ShapeQuestion, TensorCheck, TrueFalse
from studytui.study.decks.known import Known, look
from studytui.study.store import AnswerRecord, Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def lesson(name: str, part: str) -> Lesson:
    questions = (
        TrueFalse(id="leaf", prompt="A result is a leaf.", answer=False, check="False"),
        ShapeQuestion(id="size", prompt="Which shape?", of="x", answer=(3,)),
        Multi(
            id="many", prompt="Which?", options=(Option(text="a", right=True, check="1"), Option(text="b"))
        ),
    )
    predict = Predict(prompt="What?", answer="2", of="x", options=("1", "2"))
    steps = (
        Explain(id="read", text="Read."),
        Snippet(id="run", code="x = 2", predict=predict),
        Quiz(id="quiz", questions=questions),
        Wrong(id="myth", claim="Views copy.", code="print(1)", truth="They share."),
        Exercise(id="fit", prompt="Do", starter="x", solution="y", grade=(TensorCheck(expr="w"),)),
    )
    return Lesson(id=name, title=name, part=part, minutes=1, objectives=("o",), steps=steps)


COURSE = (lesson("shapes", "Tensors"), lesson("views", "Tensors"), lesson("graph", "Derivatives"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "study.db")
    yield opened
    opened.close()


@pytest.fixture
def known(store: Store) -> Callable[..., Known]:
    """known(at, new_per_day=…): what there is at a moment."""
    return lambda now=NOW, **more: look(COURSE, store, now, **more)


def answer(lesson_id: str, question: str, right: bool = True, seconds: float = 20.0) -> AnswerRecord:
    return AnswerRecord(lesson_id, question, right, "given", seconds=seconds, at=NOW)
