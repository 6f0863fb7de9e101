"""Predictions are compared and scored, exercises timed and marked; both come back as cards."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input

from studytui.course.model import Predict
from studytui.study.schedule.card import Rating
from studytui.tui.app import StudyApp
from studytui.tui.screens.lesson.predict import PredictScreen, compared
from studytui.tui.screens.lesson.solution import SolutionScreen

GUESS, EXERCISE = "n" * 2, "n" * 5


async def predict(app: StudyApp, pilot: Pilot, text: str, until) -> str:
    """Predict this at the step with a prediction, run it, and give back what is said about it."""
    await pilot.press(*GUESS, "f5")
    await until(pilot, lambda: isinstance(app.screen, PredictScreen) and app.screen.query(Input))
    await pilot.press(*text, "enter")
    await until(pilot, lambda: app.screen.query(".remark"))
    return str(app.screen.query_one(".remark").render())


async def test_a_wrong_prediction_is_compared_and_becomes_a_card(study, store, until, picture) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        words = await predict(app, pilot, "5", until)
        assert "✗ You predicted 5; it is 2 (too high by 3)" in words
        assert "0 of 1 right" in words
        assert "comes back" in words
    assert store.reviews()[0].rating is Rating.AGAIN
    assert store.card("sample/guess.predicted") is not None


async def test_a_right_prediction_is_scored_and_makes_no_card(study, store, until) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        words = await predict(app, pilot, "2", until)
        assert "✓ As you predicted: 2" in words
        assert "1 of 1 right" in words
    assert store.card("sample/guess.predicted") is None


async def test_nothing_runs_before_the_prediction_is_made(study, until) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*GUESS, "f5")
        await until(pilot, lambda: isinstance(app.screen, PredictScreen))
        await pilot.pause(0.5)  # in which a run would begin
        assert isinstance(app.screen, PredictScreen)
        lesson = app.screen_stack[-2]
        assert not lesson.view.session.running
        assert lesson.view.printed == []


async def test_passing_an_exercise_is_timed_and_schedules_it(study, store, until, picture) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*EXERCISE, "h", "c")
        view = app.screen.view
        await until(pilot, lambda: view.results.bar.state[0].startswith("✗ not yet"))
        assert store.card("sample/fill-in") is None, "one can still get there"
        await until(pilot, lambda: "y: values" in picture(app))
        view.editor.text = view.exercise.solution
        await pilot.press("f7")
        await until(pilot, lambda: view.results.bar.state[0].startswith("✓ passed"))
        await until(pilot, lambda: "Your run took" in picture(app))
    [first, last] = store.answers("sample")
    assert (first.right, last.right) == (False, True)
    assert (last.attempts, last.hints) == (2, 1)
    assert store.reviews()[0].rating is Rating.HARD


async def test_giving_up_shows_the_difference_and_brings_the_exercise_back(study, store, until) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*EXERCISE, "s")
        assert not isinstance(app.screen, SolutionScreen), "not before a try"
        await pilot.press("c")
        view = app.screen.view
        await until(pilot, lambda: view.results.bar.state[0].startswith("✗ not yet"))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, SolutionScreen))
        assert store.reviews()[0].rating is Rating.AGAIN
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, SolutionScreen))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, SolutionScreen))
        assert len(store.reviews()) == 1, "looking again is no second review"


async def test_what_is_no_python_costs_no_try(study, store, until, picture) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*EXERCISE)
        app.screen.view.editor.text = "y = ("
        await pilot.press("c")
        await until(pilot, lambda: "not Python yet" in picture(app))
        assert not app.screen.view.tried
    assert store.answers("sample") == ()


def test_numbers_are_compared_as_numbers() -> None:
    truth = Predict(prompt="?", answer="tensor([2., 4.])")
    assert compared("tensor([2.0, 4.0])", truth, "tensor([2., 4.])")[0]
    assert not compared("tensor([2, 4])", truth, "tensor([2., 4.])")[0]
    assert "too low by 0.5" in compared("1", Predict(prompt="?", answer="1.5"), "1.5")[1]
