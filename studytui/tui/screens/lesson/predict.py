"""A prediction to commit to before the code may run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from studytui.course.model import Predict
from studytui.tui.widgets.formula_markdown import MathMarkdown


class PredictScreen(ModalScreen[str | None]):
    """Asks below the code what will happen; gives the answer, or None when skipped."""

    DEFAULT_CSS = """
    PredictScreen { align: center bottom; background: $background 0%;
        & > Vertical { height: auto; max-height: 60%; padding: 0 1; }
        & > Vertical { background: $panel; border-top: heavy $accent; }
        & MathMarkdown { height: auto; background: $panel; }
        & Input { height: 1; border: none; }
        & OptionList, & OptionList:focus { height: auto; max-height: 8; border: none; background: $panel; }
        & Static { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Run without a prediction")]

    def __init__(self, predict: Predict) -> None:
        super().__init__()
        self._predict = predict

    def compose(self) -> ComposeResult:
        with Vertical():
            yield MathMarkdown(f"**Predict first.** {self._predict.prompt}")
            if self._predict.options:
                yield OptionList(*self._options())
            else:
                yield Input(placeholder="your prediction", compact=True)
            yield Static("Enter: commit and run    Esc: run without", markup=False)

    def _options(self) -> Iterable[Content]:
        return [Content(option) for option in self._predict.options]

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._predict.options[event.option_index])


def compared(prediction: str, predict: Predict, seen: str) -> tuple[bool, str]:
    """Whether the prediction came true, and in words. Options are judged by the lesson."""
    truth = predict.answer if predict.options else seen.strip() or predict.answer
    right = squeezed(prediction) == squeezed(truth)
    if right:
        return True, f"✓ As you predicted: {prediction}"
    return False, f"✗ You predicted {prediction}; it is {truth}"


def squeezed(text: str) -> str:
    """The text without the blanks that do not matter."""
    return "".join(text.split()).strip("'\"")
