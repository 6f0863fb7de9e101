"""Which picture belongs to the code: each option's own code is run, and what it records is drawn."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical
from textual.widgets import Static

from studytui.course.questions import Curve
from studytui.errors import StudytuiError
from studytui.plot import Series, View, draw, loss_chart
from studytui.runner.events import SeriesPoints
from studytui.runner.outcome import collect
from studytui.runner.request import RunRequest
from studytui.study.grading.answers import AnyAnswer, Picked
from studytui.study.grading.verdict import Verdict
from studytui.study.shuffle import shuffled
from studytui.tui.typed import host
from studytui.tui.widgets.formula_markdown import MathMarkdown
from studytui.tui.widgets.plot_picture import PictureView
from studytui.tui.widgets.question_box import QuestionBox

SEED = 0
"""All pictures of a question come from runs with this seed, so they are the same for everyone."""


class CurvePicture(Vertical):
    """One option: its number and the curve its code recorded."""

    DEFAULT_CSS = """
    CurvePicture {
        height: 9;
        border: solid $panel;
        & > .curve-mark { height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & > PictureView { height: 1fr; }
        &.-here { border: solid $accent; }
        &.-right { border: solid $success; }
        &.-wrong { border: solid $error; }
    }
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def compose(self) -> ComposeResult:
        yield Static(f"  {self._number}  running", classes="curve-mark", markup=False)
        yield PictureView()

    def draw(self, series: Series) -> None:
        """Show the curve; without a legend or a name, which would give the answer away."""
        view = self.query_one(PictureView)
        chart = loss_chart([series], [], View(), view.size.width)
        bare = replace(chart, title="", lines=tuple(replace(line, name="") for line in chart.lines))
        view.show(draw(bare, view.size.width, view.size.height))
        self.say()

    def say(self, words: str = "", pointer: str = " ") -> None:
        """Words beside the number."""
        self.query_one(".curve-mark", Static).update(f"{pointer} {self._number}  {words}")


class CurveBox(QuestionBox, can_focus=True):
    """Two to four pictures to choose from, side by side."""

    HOW = "digits or arrows choose a picture, Enter answers"
    SHOWS_ANSWER = True
    DEFAULT_CSS = """
    CurveBox > Grid { grid-size: 2; grid-rows: 9; height: auto; }
    CurveBox.-three > Grid { grid-size: 3; }
    CurveBox > MathMarkdown { display: none; }
    CurveBox.-told > MathMarkdown { display: block; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "move(-1)", "Before", show=False),
        Binding("right,down", "move(1)", "Next", show=False),
        Binding("enter", "answer", "Answer", show=False),
        *(Binding(str(digit), f"digit({digit})", f"Picture {digit}", show=False) for digit in range(1, 5)),
    ]

    def __init__(self, question: Curve) -> None:
        super().__init__()
        self._question = question
        self._order = shuffled(len(question.options), question.id)
        self._cursor: int | None = None
        self.set_class(len(question.options) == 3, "-three")

    def compose(self) -> ComposeResult:
        with Grid():
            for place in range(len(self._order)):
                yield CurvePicture(place + 1)
        yield MathMarkdown()

    def on_mount(self) -> None:
        self.run_worker(self._draw_all())

    def answer(self) -> AnyAnswer | None:
        return None if self._cursor is None else Picked(frozenset({self._order[self._cursor]}))

    def take(self, answer: AnyAnswer) -> None:
        places = [place for place, option in enumerate(self._order) if Picked(frozenset({option})) == answer]
        for place in places:
            self._choose(place)

    def reveal(self, verdict: Verdict) -> None:
        super().reveal(verdict)
        for place, picture in enumerate(self.query(CurvePicture)):
            option = self._question.options[self._order[place]]
            mine = place == self._cursor
            picture.remove_class("-here")
            picture.set_class(option.right, "-right").set_class(mine and not option.right, "-wrong")
            word = "✓ this one" if option.right else "✗ your answer" if mine else ""
            picture.say(word, "▸" if mine else " ")
        self._explain()

    def _explain(self) -> None:
        """Why each picture is or is not the one, below them all: there is no room beside the numbers."""
        options = [self._question.options[index] for index in self._order]
        whys = [f"{place}. {option.why}" for place, option in enumerate(options, 1) if option.why]
        self.set_class(bool(whys), "-told")
        self.query_one(MathMarkdown).update("\n".join(whys))

    def action_move(self, by: int) -> None:
        """Choose the next or previous picture."""
        start = self._cursor if self._cursor is not None else (-1 if by > 0 else 0)
        self._choose((start + by) % len(self._order))

    def action_digit(self, digit: int) -> None:
        """Choose the picture with this number."""
        if digit <= len(self._order):
            self._choose(digit - 1)

    def action_answer(self) -> None:
        """Answer with the picture chosen."""
        self.submit()

    def _choose(self, place: int) -> None:
        self._cursor = place
        for number, picture in enumerate(self.query(CurvePicture)):
            picture.set_class(number == place, "-here")
            picture.say(pointer="▸" if number == place else " ")
        list(self.query(CurvePicture))[place].scroll_visible(animate=False)
        self.changed()

    async def _draw_all(self) -> None:
        pictures = list(self.query(CurvePicture))
        await asyncio.gather(
            *(self._draw_one(picture, index) for picture, index in zip(pictures, self._order, strict=True))
        )

    async def _draw_one(self, picture: CurvePicture, index: int) -> None:
        code = self._question.options[index].code
        try:
            outcome = await collect(host(self).runner, RunRequest(code=code, name="option.py", seed=SEED))
        except StudytuiError as error:
            picture.say(str(error))
            return
        series = Series(self._question.series)
        for event in outcome.events:
            if isinstance(event, SeriesPoints) and event.name == self._question.series:
                series.extend(event.steps, event.values)
                if event.final:
                    series.finish(event)
        if series.count:
            picture.draw(series)
        else:
            picture.say(f"recorded no {self._question.series}")
