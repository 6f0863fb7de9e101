"""Lines to put in order: Space picks one up, the arrows carry it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.highlight import highlight
from textual.widgets import Static

from studytui.course.questions import Order
from studytui.study.grading.answers import AnyAnswer, Ordered
from studytui.study.grading.verdict import Verdict
from studytui.study.shuffle import disarranged
from studytui.tui.widgets.question_box import QuestionBox


class OrderBox(QuestionBox, can_focus=True):
    """The lines in the learner's order, one under the cursor, perhaps held."""

    HOW = "Space picks a line up, arrows move, Space lays it down, Enter answers"
    DEFAULT_CSS = """
    OrderBox > Static { padding: 0 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("shift+up", "carry(-1)", "Carry up", show=False),
        Binding("shift+down", "carry(1)", "Carry down", show=False),
        Binding("space", "hold", "Pick up, lay down"),
        Binding("enter", "answer", "Answer", show=False),
    ]

    def __init__(self, question: Order) -> None:
        super().__init__()
        self._lines = question.lines
        self._order = list(disarranged(len(question.lines), question.id))
        self._cursor = 0
        self._held = False

    def compose(self) -> ComposeResult:
        for _ in self._order:
            yield Static("", markup=False)

    def on_mount(self) -> None:
        self._show()

    def answer(self) -> AnyAnswer | None:
        return Ordered(tuple(self._order))

    def take(self, answer: AnyAnswer) -> None:
        if isinstance(answer, Ordered) and sorted(answer.lines) == sorted(self._order):
            self._order = list(answer.lines)
            self._show()

    def reveal(self, verdict: Verdict) -> None:
        super().reveal(verdict)
        self._held = False
        self._show()

    def action_hold(self) -> None:
        """Pick the line up, or lay it down."""
        self._held = not self._held
        self._show()

    def action_move(self, by: int) -> None:
        """Move the cursor, and the line with it when it is held."""
        if self._held:
            self.action_carry(by)
            return
        self._cursor = (self._cursor + by) % len(self._order)
        self._show()

    def action_carry(self, by: int) -> None:
        """Swap the line under the cursor with its neighbour; the ends are ends."""
        target = self._cursor + by
        if 0 <= target < len(self._order):
            order = self._order
            order[self._cursor], order[target] = order[target], order[self._cursor]
            self._cursor = target
            self._show()
            self.changed()

    def action_answer(self) -> None:
        """Answer with the order shown."""
        self.submit()

    def _show(self) -> None:
        rows = list(self.query(Static))
        for place, (row, index) in enumerate(zip(rows, self._order, strict=True)):
            row.update(self._row(place, self._lines[index]))
        rows[self._cursor].scroll_visible(animate=False)

    def _row(self, place: int, code: str) -> Content:
        here = place == self._cursor and not self.disabled
        pointer = ("◆" if self._held else "▸") if here else " "
        head = f"{pointer} {place + 1:>2}  "
        body = ("\n" + " " * len(head)).join(code.rstrip("\n").split("\n"))
        content = Content.assemble((head, "bold" if here else "dim"), highlight(body, language="python"))
        return content.stylize("bold") if here and self._held else content
