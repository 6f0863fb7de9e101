"""Committing to a prediction before the code runs."""

from __future__ import annotations

from textual.app import App

from studytui.course.model import Predict
from studytui.tui.screens.lesson.predict import PredictScreen
from studytui.tui.widgets.question_options import OptionRow

OPTIONS = ("tensor([2., 4.])", "tensor(6.)", "`None`", "an error")
PREDICT = Predict(prompt="What is it?", answer=OPTIONS[0], options=OPTIONS)


class Asking(App[None]):
    """An app that asks for one prediction."""

    def __init__(self, seed: str) -> None:
        super().__init__()
        self._seed = seed
        self.answers: list[str | None] = []

    def on_mount(self) -> None:
        self.push_screen(PredictScreen(PREDICT, self._seed), self.answers.append)


async def shown(seed: str, until) -> list[str]:
    """The options in the order the screen shows them, picked one after the other."""
    order = []
    for digit in "1234":
        app = Asking(seed)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: app.screen.query(OptionRow))
            await pilot.press(digit, "enter")
            await until(pilot, lambda app=app: app.answers)
        order.extend(app.answers)
    return [str(answer) for answer in order]


async def test_the_options_are_shuffled_the_same_way_each_time_and_differently_for_each_step(until) -> None:
    orders = [await shown(seed, until) for seed in ("a/1", "a/1", "a/2", "a/3")]
    assert orders[0] == orders[1]
    assert len({tuple(order) for order in orders}) > 1
    assert all(sorted(order) == sorted(OPTIONS) for order in orders)


async def test_enter_commits_to_nothing_until_an_option_is_chosen(until) -> None:
    app = Asking("a/1")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.screen.query(OptionRow)) == 4)
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == []
        assert len(app.screen.query(OptionRow)) == 4
        await pilot.press("escape")
        await until(pilot, lambda: app.answers)
    assert app.answers == [None]
