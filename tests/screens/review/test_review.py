"""Practising: from the library in two keys, undo, put aside, an exam and its report, claims that are run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

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
from studytui.tui.screens.review.exam import ExamScreen
from studytui.tui.screens.review.ways import Parts, Ways
from studytui.tui.widgets.question_options import OptionRow


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


@pytest.fixture
def practising(until) -> Callable[[Pilot], Awaitable[None]]:
    """Waits until the ways to practise are there to choose from."""

    async def wait(pilot: Pilot) -> None:
        def ready() -> bool:
            screen = pilot.app.screen
            if not isinstance(screen, ReviewScreen) or not screen._modes:
                return False
            ways = screen.query_one(Ways)
            return ways.has_focus and len(ways.query(OptionRow)) == len(screen._modes)

        await until(pilot, ready)

    return wait


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_due_cards_are_two_keys_away(study, learned, practising, asked, seen, size) -> None:
    app = study()
    async with app.run_test(size=size) as pilot:
        await seen(pilot, "4 due")
        await pilot.press("r")
        await practising(pilot)
        await seen(pilot, "4 due")
        await pilot.press("enter")
        await asked(pilot)
        await seen(pilot, "due review › ", "question 1 of 4")


@pytest.mark.parametrize("most", [0, 1])
async def test_so_many_new_cards_come_a_day_as_are_set(study, learned, store, practising, seen, most) -> None:
    store.mark_done("one", "quiz")
    store.mark_done("two", "quiz")
    app = study(settings=Settings(new_per_day=most))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await practising(pilot)
        await seen(pilot, "1 new" if most else "4 due ·")
        await pilot.press("enter")
        await seen(pilot, f"question 1 of {4 + most}")


async def test_undo_takes_the_answer_and_its_review_back(
    study, learned, store, practising, asked, answered, seen
) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await practising(pilot)
        await pilot.press("enter")
        await asked(pilot)
        card = app.screen.played.current.card
        before = store.card(card)
        await pilot.press("f", "enter")
        await answered(pilot)
        assert store.card(card) != before
        await pilot.press("n")
        await asked(pilot)
        await pilot.press("u")
        await seen(pilot, "Taken back")
        assert store.card(card) == before
        assert len(store.reviews()) == 4
        assert app.screen.played.current.card == card


async def test_a_card_put_aside_is_asked_no_more_until_brought_back(
    study, learned, store, practising, asked, seen, until
) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await practising(pilot)
        await pilot.press("enter")
        await asked(pilot)
        card = app.screen.played.current.card
        await pilot.press("s")
        await seen(pilot, "question 1 of 3")
        assert store.suspended() == {card}
        await asked(pilot)
        await pilot.press("escape")
        await seen(pilot, "1 card put aside")
        await practising(pilot)
        await pilot.press("b")
        await until(pilot, lambda: not store.suspended())


async def test_a_card_always_forgotten_says_what_helps(study, store, practising, asked, seen) -> None:
    moment = datetime.now(UTC) - timedelta(days=400)
    clock = [moment]
    recorder = Recorder(store, lambda: clock[0])
    for right in (True, True, False) * 5:
        recorder.settle(AnswerRecord("one", "q0", right, at=clock[0]))
        clock[0] += timedelta(days=20)
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await practising(pilot)
        await pilot.press("enter")
        await asked(pilot)
        await pilot.press("f", "enter")
        await seen(pilot, "Forgotten", "s puts the card aside")


@pytest.fixture
def examined(until) -> Callable[[Pilot], Awaitable[None]]:
    """Waits until the parts an exam may be about are there to choose from."""

    async def wait(pilot: Pilot) -> None:
        def ready() -> bool:
            screen = pilot.app.screen
            return isinstance(screen, ExamScreen) and screen.query_one(Parts).has_focus

        await until(pilot, ready)

    return wait


async def test_an_exam_tells_nothing_until_its_report(
    study, store, practising, examined, asked, seen
) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await practising(pilot)
        await pilot.press("3", "enter")
        await examined(pilot)
        await pilot.press("2", "enter")  # the second part only
        await asked(pilot, 0)
        await seen(pilot, "min left")
        await pilot.press("t", "enter")
        await asked(pilot, 1)
        assert app.screen.stage is Stage.ASKING
        await seen(pilot, "question 2 of 3")
        await pilot.press("f", "enter")
        await asked(pilot, 2)
        await pilot.press("f7")
        text = await seen(pilot, "1 of 3 right (33%)", "Second part")
        assert "First part" not in text
        assert [(exam.right, exam.asked) for exam in store.exams()] == [(1, 3)]
        await pilot.press("enter")
        await practising(pilot)


async def test_an_exam_ends_when_its_time_is_up(study, library, store, asked, seen) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        played = exam_round(look(library.lessons, store))
        screen = QuizScreen(played=played)
        await app.push_screen(screen)
        await asked(pilot)
        screen.played.begin(seconds=screen.played.manner.limit)
        await screen._tick()
        assert screen.over
        await seen(pilot, "6 questions not reached")
        assert store.exams()[0].right == 0


async def test_a_claim_is_run_after_the_learner_has_judged_it(study, practising, asked, seen) -> None:
    app = study(warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await practising(pilot)
        await pilot.press("4", "enter")
        await asked(pilot)
        await seen(pilot, "survive execution?")
        await pilot.press("t", "enter")
        await seen(pilot, "42")


async def test_an_exam_left_in_the_middle_goes_on_with_its_clock_stopped(
    study, store, practising, examined, asked, seen
) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await practising(pilot)
        await pilot.press("3", "enter")
        await examined(pilot)
        await pilot.press("enter")
        await asked(pilot, 0)
        questions, limit = app.screen.played.questions, app.screen.played.manner.limit
        await pilot.press("t", "enter")
        await asked(pilot, 1)
        await pilot.press("escape")
        await seen(pilot, "go on at question 2 of 6")
        await practising(pilot)
        await pilot.press("3", "enter")
        await asked(pilot)
        assert app.screen.played.questions == questions
        assert app.screen.played.manner.limit == limit
        assert app.screen.played.place == 1
