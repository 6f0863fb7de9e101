"""A prediction to commit to before the code may run."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from studytui.course.model import Predict
from studytui.study.grading.prose import same_text
from studytui.study.grading.typed import read_value
from studytui.study.shuffle import shuffled
from studytui.tui.widgets.formula_markdown import MathMarkdown
from studytui.tui.widgets.question_options import OptionRows


class PredictScreen(ModalScreen[str | None]):
    """Asks below the code what will happen; gives the answer, or None when skipped."""

    DEFAULT_CSS = """
    PredictScreen { align: center bottom; background: $background 0%;
        & > Vertical { height: auto; max-height: 60%; padding: 0 1; }
        & > Vertical { background: $panel; border-top: heavy $accent; }
        & MathMarkdown { height: auto; background: $panel; }
        & .question MarkdownParagraph { margin: 0 0 1 0; }
        & Input { height: 1; border: none; }
        & OptionRows { background: $panel; }
        & .keys { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Run without a prediction")]

    def __init__(self, predict: Predict, seed: str) -> None:
        """`seed` decides the order of the options: the same one every time for the same step."""
        super().__init__()
        self._predict = predict
        self._options = [predict.options[place] for place in shuffled(len(predict.options), seed)]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield MathMarkdown(f"**Predict first.** {self._predict.prompt}", classes="question")
            if self._options:
                yield OptionRows([(code_span(option), "") for option in self._options])
            else:
                yield Input(placeholder="your prediction", compact=True)
            yield Static(self._keys(), markup=False, classes="keys")

    def on_mount(self) -> None:
        """The keys go to what answers."""
        self.query_one(OptionRows if self._options else Input).focus()

    def _keys(self) -> str:
        choose = f"1-{len(self._options)} or ↑↓ choose   " if self._options else ""
        return f"{choose}Enter commit and run   Esc run without"

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    @on(OptionRows.Chosen)
    def _picked(self) -> None:
        for place in self.query_one(OptionRows).picked:
            self.dismiss(self._options[place])


def code_span(text: str) -> str:
    """Markdown that shows the text as it stands."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def compared(prediction: str, predict: Predict, seen: str) -> tuple[bool, str]:
    """Whether the prediction came true, and in words. Options are judged by the lesson."""
    truth = predict.answer if predict.options else seen.strip() or predict.answer
    if squeezed(prediction) == squeezed(truth) or same_text(truth, prediction, 1e-3, 1e-6, long_exact=True):
        return True, f"✓ As you predicted: {prediction}"
    return False, f"✗ You predicted {prediction}; it is {truth}{_distance(prediction, truth)}"


def _distance(prediction: str, truth: str) -> str:
    """How far off a number was, where both are numbers."""
    mine, true = read_value(prediction), read_value(truth)
    if mine is None or true is None or mine == true:
        return ""
    return f" (too {'high' if mine > true else 'low'} by {abs(mine - true):g})"


def squeezed(text: str) -> str:
    """The text without the blanks that do not matter."""
    return "".join(text.split()).strip("'\"")
