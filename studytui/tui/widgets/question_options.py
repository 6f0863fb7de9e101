"""A list of options with a cursor: digits and arrows choose, marks tell right from wrong afterwards."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from studytui.tui.widgets.formula_markdown import MathMarkdown

RIGHT, WRONG = "✓", "✗"


class OptionRow(Horizontal):
    """One option: its number and state, its text, and afterwards why it is right or wrong."""

    DEFAULT_CSS = """
    OptionRow {
        height: auto;
        & > .option-mark { width: 8; color: $text-muted; }
        & > Vertical { width: 1fr; height: auto; }
        & MathMarkdown { padding: 0 1 0 0; height: auto; & > MarkdownParagraph { margin: 0; } }
        & .option-why { color: $text-muted; padding: 0 1 0 2; display: none; }
        &.-here > .option-mark { color: $text-accent; text-style: bold; }
        &.-right > .option-mark { color: $text-success; text-style: bold; }
        &.-wrong > .option-mark { color: $text-error; text-style: bold; }
        &.-told .option-why { display: block; }
        &.-judged > .option-mark { width: 13; }
    }
    """

    def __init__(self, number: int, text: str, why: str, several: bool) -> None:
        super().__init__()
        self._number = number
        self._text = text
        self._why = why
        self._several = several
        self.picked = False

    def compose(self) -> ComposeResult:
        yield Static("", classes="option-mark", markup=False)
        with Vertical():
            yield MathMarkdown(self._text)
            yield MathMarkdown(self._why, classes="option-why")

    def on_mount(self) -> None:
        self.mark(here=False)

    def mark(self, here: bool) -> None:
        """Show whether the cursor is here and, where several may be picked, whether this one is."""
        self.set_class(here, "-here")
        pointer = "▸" if here else " "
        box = ("[x]" if self.picked else "[ ]") if self._several else ""
        self._say(f"{pointer} {self._number} {box}")

    def tell(self, right: bool, picked: bool) -> None:
        """Show whether the option is right, whether it was picked, and why."""
        self.add_class("-judged", "-right" if right else "-wrong" if picked else "-other")
        self.set_class(bool(self._why), "-told")
        self._say(f"{'▸' if picked else ' '} {self._number} {self._judged(right, picked)}")

    def _judged(self, right: bool, picked: bool) -> str:
        if right:
            return f"{RIGHT} missed" if self._several and not picked else f"{RIGHT} right"
        return f"{WRONG} wrong" if picked else ""

    def _say(self, text: str) -> None:
        self.query_one(".option-mark", Static).update(text)


class OptionRows(Vertical, can_focus=True):
    """The options of one question; posts `Chosen` on Enter."""

    DEFAULT_CSS = """
    OptionRows { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("space", "tick", "Pick", show=False),
        Binding("enter", "choose", "Answer", show=False),
        *(Binding(str(digit), f"digit({digit})", f"Option {digit}", show=False) for digit in range(1, 10)),
    ]

    class Chosen(Message):
        """Enter was pressed."""

    class Moved(Message):
        """Another option is picked."""

    def __init__(self, options: list[tuple[str, str]], several: bool = False) -> None:
        """`options`: (text, why) in the order shown; `several`: any number may be picked."""
        super().__init__()
        self._rows = [OptionRow(number, *option, several) for number, option in enumerate(options, 1)]
        self._several = several
        self._cursor: int | None = 0 if several else None

    def compose(self) -> ComposeResult:
        yield from self._rows

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    @property
    def picked(self) -> list[int]:
        """The places picked, counted from 0 as shown."""
        if self._several:
            return [place for place, row in enumerate(self._rows) if row.picked]
        return [] if self._cursor is None else [self._cursor]

    def pick(self, places: list[int]) -> None:
        """Pick these, as the learner did earlier."""
        for place in places:
            self._rows[place].picked = self._several
            self._cursor = place
        self._show()

    def tell(self, right: set[int]) -> None:
        """Mark every option; `right` holds the places of the right ones."""
        picked = self.picked
        for place, row in enumerate(self._rows):
            row.tell(place in right, place in picked)

    def action_move(self, by: int) -> None:
        """Move the cursor, around the ends."""
        start = self._cursor if self._cursor is not None else (-1 if by > 0 else 0)
        self._go((start + by) % len(self._rows))

    def action_digit(self, digit: int) -> None:
        """Go to the option with this number; where several may be picked, pick or drop it."""
        if digit > len(self._rows):
            return
        self._go(digit - 1)
        if self._several:
            self.action_tick()

    def action_tick(self) -> None:
        """Pick or drop the option under the cursor."""
        if self._several and self._cursor is not None:
            row = self._rows[self._cursor]
            row.picked = not row.picked
            self._show()
            self.post_message(self.Moved())

    def action_choose(self) -> None:
        """Answer with what is picked."""
        self.post_message(self.Chosen())

    def _go(self, place: int) -> None:
        self._cursor = place
        self._show()
        self._rows[place].scroll_visible(animate=False)
        self.post_message(self.Moved())

    def _show(self) -> None:
        for place, row in enumerate(self._rows):
            row.mark(place == self._cursor)
