"""Questions answered by picking: one option, several, or whether a claim holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from studytui.course.questions import Choice, Multi, Option, TrueFalse
from studytui.study.grading.answers import AnyAnswer, Picked, Said
from studytui.study.grading.verdict import Verdict
from studytui.study.shuffle import shuffled
from studytui.tui.widgets.question_box import QuestionBox
from studytui.tui.widgets.question_options import OptionRows


class PickBox(QuestionBox):
    """A list of options; subclasses say what picking means."""

    HOW = "digits or arrows choose, Enter answers"
    SHOWS_ANSWER = True

    def __init__(self, options: Sequence[tuple[str, str]], right: set[int], several: bool = False) -> None:
        """`options`: (text, why) in the order shown; `right`: places of the right ones."""
        super().__init__()
        self._right = right
        self._rows = OptionRows(list(options), several)

    def compose(self) -> ComposeResult:
        yield self._rows

    @property
    def places(self) -> list[int]:
        """The places picked, as shown."""
        return self._rows.picked

    def focus_first(self) -> None:
        self._rows.focus()

    def on_option_rows_moved(self, message: OptionRows.Moved) -> None:
        message.stop()
        self.changed()

    def reveal(self, verdict: Verdict) -> None:
        super().reveal(verdict)
        self._rows.tell(self._right)

    def on_option_rows_chosen(self, message: OptionRows.Chosen) -> None:
        message.stop()
        self.submit()


class ChoiceBox(PickBox):
    """Exactly one option, or any number of them; shown in an order of their own."""

    def __init__(self, question: Choice | Multi) -> None:
        self._order = shuffled(len(question.options), question.id)
        shown: list[Option] = [question.options[index] for index in self._order]
        several = isinstance(question, Multi)
        right = {place for place, option in enumerate(shown) if option.right}
        super().__init__([(option.text, option.why) for option in shown], right, several)
        if several:
            self.HOW = "digits or Space pick any number, Enter answers"

    def answer(self) -> AnyAnswer | None:
        return Picked(frozenset(self._order[place] for place in self.places))

    def take(self, answer: AnyAnswer) -> None:
        if isinstance(answer, Picked):
            self._rows.pick([place for place, option in enumerate(self._order) if option in answer.options])


class TrueFalseBox(PickBox):
    """True or False; `t` and `f` choose as well."""

    HOW = "t or f chooses, Enter answers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "pick(1)", "True", show=False),
        Binding("f", "pick(2)", "False", show=False),
    ]

    def __init__(self, question: TrueFalse) -> None:
        super().__init__([("True", ""), ("False", "")], {0 if question.answer else 1})

    def answer(self) -> AnyAnswer | None:
        return Said(self.places == [0]) if self.places else None

    def take(self, answer: AnyAnswer) -> None:
        if isinstance(answer, Said):
            self._rows.pick([0 if answer.holds else 1])

    def action_pick(self, digit: int) -> None:
        """Choose True (1) or False (2)."""
        self._rows.action_digit(digit)
