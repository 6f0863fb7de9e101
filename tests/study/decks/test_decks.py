"""Each mode asks what it should, and nothing that is put aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from studytui.course.questions import Choice, TrueFalse
from studytui.study.decks.due_review import due_count, due_review
from studytui.study.decks.known import Known
from studytui.study.decks.lesson_quiz import lesson_quiz
from studytui.study.decks.mixed_practice import mixed_practice, weak_lessons
from studytui.study.decks.mock_exam import mock_exam, report
from studytui.study.decks.trust_but_verify import trust_but_verify
from studytui.study.recorder import Recorder
from studytui.study.schedule.card import Rating
from studytui.study.schedule.deck import CardSource, Origin
from studytui.study.store import Store

from .conftest import COURSE, NOW, answer

Look = Callable[..., Known]


def ids(sources: tuple[CardSource, ...]) -> list[str]:
    return [source.card for source in sources]


def test_new_cards_come_from_what_was_read_within_the_days_limit(store: Store, known: Look) -> None:
    assert due_review(known()) == ()
    store.mark_done("views", "read")
    assert due_review(known()) == ()
    store.mark_done("views", "run")
    assert ids(due_review(known())) == ["views/leaf", "views/size", "views/many"]
    store.mark_done("views", "myth")
    assert ids(due_review(known(new_per_day=2))) == ["views/leaf", "views/size"]
    Recorder(store, lambda: NOW).settle(answer("views", "leaf"))
    assert ids(due_review(known(new_per_day=2))) == ["views/size"]
    assert ids(due_review(known(new_per_day=9))) == ["views/size", "views/many", "views/fit"]


def test_due_cards_come_first_and_suspended_ones_not_at_all(store: Store, known: Look) -> None:
    recorder = Recorder(store, lambda: NOW)
    for question, rating in (("leaf", Rating.EASY), ("size", Rating.AGAIN), ("gone", Rating.AGAIN)):
        recorder.settle(answer("views", question), rating)
    later = NOW + timedelta(days=60)
    assert ids(due_review(known(later, new_per_day=0))) == ["views/size", "views/leaf"]
    assert due_count(known(later)) == 2
    store.suspend("views/size")
    assert (ids(due_review(known(later, new_per_day=0))), due_count(known(later))) == (["views/leaf"], 1)
    store.unsuspend("views/size")
    assert due_count(known(later)) == 2


def test_a_wrong_prediction_comes_back_as_a_choice(store: Store, known: Look) -> None:
    Recorder(store, lambda: NOW).settle(answer("views", "run.predicted", right=False))
    (source,) = due_review(known(NOW + timedelta(hours=1), new_per_day=0))
    assert source.origin is Origin.PREDICTION
    assert isinstance(source.question, Choice)
    assert [(option.text, option.right) for option in source.question.options] == [("1", False), ("2", True)]
    assert source.question.code == "x = 2"


def test_mixed_practice_takes_turns_between_weak_lessons(store: Store, known: Look) -> None:
    recorder = Recorder(store, lambda: NOW)
    assert mixed_practice(known()) == ()
    for name, rating in (("shapes", Rating.EASY), ("graph", Rating.AGAIN)):
        for question in ("leaf", "size"):
            recorder.settle(answer(name, question), rating)
    assert weak_lessons(known()) == ("graph", "shapes")
    drawn = mixed_practice(known(), count=3)
    assert [source.lesson.id for source in drawn] == ["graph", "shapes", "graph"]
    assert drawn[1].card == "shapes/many"
    assert len(mixed_practice(known(), count=99)) == 8


def test_an_exam_is_drawn_evenly_and_reported_by_part(known: Look) -> None:
    exam = mock_exam(known(), (), "seed", count=6)
    assert exam == mock_exam(known(), (), "seed", count=6)
    parts = [source.lesson.part for source in exam.sources]
    assert (parts.count("Tensors"), parts.count("Derivatives")) == (3, 3)
    assert exam.seconds >= 6 * 45
    assert mock_exam(known(), {"Derivatives"}, "x").parts == ("Derivatives",)
    right = {source.card: source.lesson.part == "Tensors" for source in exam.sources[:4]}
    result = report(exam, right)
    assert [(part.part, part.right, part.asked) for part in result.parts] == [
        ("Tensors", 3, 3),
        ("Derivatives", 0, 3),
    ]
    assert (result.right, result.asked, result.lessons) == (3, 6, ("graph",))


def test_claims_are_balanced_and_prove_themselves(store: Store, known: Look) -> None:
    drawn = trust_but_verify(known(), "seed", count=4)
    questions = [source.question for source in drawn]
    assert all(isinstance(question, TrueFalse) for question in questions)
    assert sum(isinstance(q, TrueFalse) and q.answer for q in questions) == 2
    everything = {source.card for source in trust_but_verify(known(), "seed", count=99)}
    assert {"views/leaf", "views/myth.claim", "views/many.option-1"} <= everything
    assert "views/many.option-2" not in everything, "nothing decides an option without a check"
    store.suspend("views/leaf")
    assert "views/leaf" not in ids(trust_but_verify(known(), "seed", count=99))


def test_a_lesson_quiz_asks_its_questions_in_order() -> None:
    assert ids(lesson_quiz(COURSE[0])) == ["shapes/leaf", "shapes/size", "shapes/many"]
    assert ids(lesson_quiz(COURSE[0], "quiz")) == ids(lesson_quiz(COURSE[0]))
    assert lesson_quiz(COURSE[0], "read") == ()
