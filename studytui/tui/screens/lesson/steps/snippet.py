"""Code to run and to change, perhaps with a prediction first."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from studytui.course.model import Lesson, Predict, Snippet
from studytui.errors import StorageError
from studytui.runner.events import Exported, Finished, Status
from studytui.runner.request import RunRequest
from studytui.tui.screens.lesson.predict import PredictScreen, compared
from studytui.tui.screens.lesson.predicted import keep_prediction
from studytui.tui.screens.lesson.steps.code import CodeView
from studytui.tui.typed import host


class SnippetView(CodeView):
    """A snippet; done when it ran to its end, well or with the error the lesson announces."""

    HELP: ClassVar[str] = (
        "Run the code, change it, run again: every run starts from nothing. What it records is plotted."
    )

    def __init__(self, lesson: Lesson, step: Snippet) -> None:
        super().__init__(lesson, step, snippet_text(step), step.code.rstrip())
        self.snippet = step
        self._prediction: str | None = None
        self._predict_asked = False
        self._suggested = False
        self._value: str | None = None

    def request(self) -> RunRequest:
        predict = self.snippet.predict
        exports = (predict.of,) if predict is not None and predict.of else ()
        return replace(super().request(), exports=exports)

    async def run_code(self) -> None:
        if self.snippet.predict is not None and not self._predict_asked:
            self._predict_asked = True
            seed = f"{self.lesson.id}/{self.step.id}"
            self.app.push_screen(PredictScreen(self.snippet.predict, seed), self._predicted)
            return
        await super().run_code()

    def exported(self, event: Exported) -> None:
        self._value = str(event.items[0].get("repr", "")) if event.items else None

    def on_mount(self) -> None:
        """What to try is known from the first run on."""
        if self.step.id in host(self).store.done(self.lesson.id):
            self._suggest()

    def _suggest(self) -> None:
        if self.snippet.attempts and not self._suggested:
            self._suggested = True
            self.run_worker(self.reading.reveal(attempts_text(self.snippet), tight=True))

    def finished(self, event: Finished) -> None:
        expected = self.snippet.expect is not None and self.snippet.expect.raises is not None
        if event.status is Status.OK or (event.status is Status.ERROR and expected):
            self.done()
        self._suggest()
        predict = self.snippet.predict
        if predict is not None and self._prediction is not None:
            seen = self._value if predict.of else "".join(self.printed)
            self._compare(predict, self._prediction, seen or "")
            self._prediction = None

    def _compare(self, predict: Predict, prediction: str, seen: str) -> None:
        """Say what became of the prediction, and keep it."""
        right, words = compared(prediction, predict, seen)
        try:
            kept = keep_prediction(host(self).store, self.lesson.id, self.step.id, prediction, right)
        except StorageError as error:
            kept = str(error)
        style = "$text-success" if right else "$text-error"
        self.run_worker(self.reading.remark(f"{words}\n{kept}", style))

    async def _predicted(self, text: str | None) -> None:
        self._prediction = text or None
        await super().run_code()


def snippet_text(step: Snippet) -> str:
    """The Markdown above the editor."""
    return step.text or "Run it with **F5**."


def attempts_text(step: Snippet) -> str:
    """The Markdown shown after the first run."""
    return "**Now try**\n" + "\n".join(f"- {attempt}" for attempt in step.attempts)
