"""A card belongs to an id, not to words: editing a lesson keeps what was learned."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from studytui.course.model import Quiz
from studytui.study.decks.due_review import due_review
from studytui.study.decks.known import look
from studytui.study.recorder import Recorder
from studytui.study.store import Store

from .conftest import COURSE, NOW, answer


def test_an_edited_question_keeps_its_history_and_shows_its_new_words(store: Store) -> None:
    kept = Recorder(store, lambda: NOW).settle(answer("views", "leaf"))
    lesson = COURSE[1]
    quiz = next(step for step in lesson.steps if isinstance(step, Quiz))
    reworded = msgspec.structs.replace(quiz.questions[0], prompt="Said better.")
    steps = tuple(
        msgspec.structs.replace(quiz, questions=(reworded, *quiz.questions[1:])) if step is quiz else step
        for step in lesson.steps
    )
    edited = msgspec.structs.replace(lesson, title="New title", steps=steps)
    known = look([COURSE[0], edited], store, NOW + timedelta(days=30), new_per_day=0)
    (source,) = due_review(known)
    assert source.question == reworded
    assert known.cards["views/leaf"] == kept.after


def test_the_card_of_a_removed_question_sleeps_until_it_returns(store: Store) -> None:
    Recorder(store, lambda: NOW).settle(answer("views", "leaf"))
    later = NOW + timedelta(days=30)
    assert due_review(look(COURSE[:1], store, later, new_per_day=0)) == ()
    assert [source.card for source in due_review(look(COURSE, store, later, new_per_day=0))] == ["views/leaf"]
