"""Practising: from the library in two keys, undo, put aside, an exam and its report, claims that are run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studytui.course.library import Library
from studytui.course.model import Lesson, Quiz
from studytui.course.questions import TrueFalse
from studytui.settings.model import Settings
from studytui.study.decks.known import look
from studytui.study.recorder import Recorder
from studytui.study.store import AnswerRecord
from studytui.tui.rounds import exam_round
from studytui.tui.screens.quiz import QuizScreen
from studytui.tui.screens.quiz.screen import Stage
from studytui.tui.screens.review import ReviewScreen


def lesson_of(name: str, part: str, count: int) -> Lesson:
    claims = tuple(
        TrueFalse(
            id=f"q{number}", prompt=f"{name} {number}?", answer=True, check="True", proof="print(6 * 7)"
        )
        for number in range(count)
    )
    words = {"title": name.title(), "part": part, "minutes": 5, "objectives": ("x",)}
    return Lesson(id=name, steps=(Quiz(id="quiz", questions=claims),), **words)


class Course(Library):
    """Two lessons in two parts, all of them true-or-false questions."""

    def __init__(self) -> None:
        found = (lesson_of("one", "First part", 3), lesson_of("two", "Second part", 3))
        super().__init__(Path("lessons"), found, ())


@pytest.fixture
def library() -> Library:
    return Course()


@pytest.fixture
def learned(store) -> None:
    """Both lessons' first two questions were answered a month ago."""
    month = datetime.now(UTC) - timedelta(days=30)
    recorder = Recorder(store, lambda: month)
    for lesson in ("one", "two"):
        for question in ("q0", "q1"):
            recorder.settle(AnswerRecord(lesson, question, True, at=month))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_due_cards_are_two_keys_away(study, learned, picture, size) -> None:
    app = study()
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)
        assert "4 due" in picture(app)
        await pilot.press("r")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ReviewScreen)
        assert "4 due" in picture(app)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "due review › " in picture(app)
        assert "question 1 of 4" in picture(app)


@pytest.mark.parametrize("most", [0, 1])
async def test_so_many_new_cards_come_a_day_as_are_set(study, learned, store, picture, most) -> None:
    store.mark_done("one", "quiz")
    store.mark_done("two", "quiz")
    app = study(settings=Settings(new_per_day=most))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        assert ("1 new" if most else "4 due ·") in picture(app)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert f"question 1 of {4 + most}" in picture(app)


async def test_undo_takes_the_answer_and_its_review_back(study, learned, store, picture) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.2)
        card = app.screen.played.current.card
        before = store.card(card)
        await pilot.press("f", "enter")
        await pilot.pause(0.2)
        assert store.card(card) != before
        await pilot.press("n", "u")
        await pilot.pause(0.2)
        assert store.card(card) == before
        assert len(store.reviews()) == 4
        assert app.screen.played.current.card == card
        assert "Taken back" in picture(app)


async def test_a_card_put_aside_is_asked_no_more_until_brought_back(study, learned, store, picture) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.2)
        card = app.screen.played.current.card
        await pilot.press("s")
        await pilot.pause(0.2)
        assert store.suspended() == {card}
        assert "question 1 of 3" in picture(app)
        await pilot.press("escape")
        await pilot.pause(0.3)
        assert "1 card put aside" in picture(app)
        await pilot.press("b")
        await pilot.pause(0.3)
        assert not store.suspended()


async def test_a_card_always_forgotten_says_what_helps(study, store, picture) -> None:
    moment = datetime.now(UTC) - timedelta(days=400)
    clock = [moment]
    recorder = Recorder(store, lambda: clock[0])
    for right in (True, True, False) * 5:
        recorder.settle(AnswerRecord("one", "q0", right, at=clock[0]))
        clock[0] += timedelta(days=20)
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.2)
        await pilot.press("f", "enter")
        await pilot.pause(0.2)
        assert "Forgotten" in picture(app)
        assert "s puts the card aside" in picture(app)


async def test_an_exam_tells_nothing_until_its_report(study, store, picture) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        await pilot.press("3", "enter")
        await pilot.pause(0.2)
        await pilot.press("2", "enter")  # the second part only
        await pilot.pause(0.2)
        assert "min left" in picture(app)
        await pilot.press("t", "enter")
        await pilot.pause(0.2)
        assert app.screen.stage is Stage.ASKING
        assert "question 2 of 3" in picture(app)
        await pilot.press("f", "enter")
        await pilot.pause(0.2)
        await pilot.press("f7")
        await pilot.pause(0.3)
        text = picture(app)
        assert "1 of 3 right (33%)" in text
        assert "Second part" in text
        assert "First part" not in text
        assert [(exam.right, exam.asked) for exam in store.exams()] == [(1, 3)]
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ReviewScreen)


async def test_an_exam_ends_when_its_time_is_up(study, library, store, picture) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        played = exam_round(look(library.lessons, store))
        screen = QuizScreen(played=played)
        await app.push_screen(screen)
        screen.played.begin(seconds=screen.played.manner.limit)
        await screen._tick()
        await pilot.pause(0.2)
        assert screen.over
        assert "6 questions not reached" in picture(app)
        assert store.exams()[0].right == 0


async def test_a_claim_is_run_after_the_learner_has_judged_it(study, until, picture) -> None:
    app = study(warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        await pilot.press("4", "enter")
        await pilot.pause(0.2)
        assert "survive execution?" in picture(app)
        await pilot.press("t", "enter")
        await until(pilot, lambda: "42" in picture(app))


async def test_an_exam_left_in_the_middle_goes_on_with_its_clock_stopped(study, store, picture) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        await pilot.press("3", "enter")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.2)
        questions, limit = app.screen.played.questions, app.screen.played.manner.limit
        await pilot.press("t", "enter")
        await pilot.pause(0.2)
        await pilot.press("escape")
        await pilot.pause(0.3)
        assert "go on at question 2 of 6" in picture(app)
        await pilot.press("3", "enter")
        await pilot.pause(0.2)
        assert app.screen.played.questions == questions
        assert app.screen.played.manner.limit == limit
        assert app.screen.played.place == 1
