"""How the function is called whose arguments are being typed: a line above the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.steps.code import CodeView


class Calling:
    """Asks the finished process after each key within a call; without one the last answer stays."""

    def __init__(self, view: CodeView) -> None:
        self.words = ""
        """`Linear(in_features: int, out_features: int, …)`; empty outside calls."""
        self._view = view

    def changed(self) -> None:
        """The text or the cursor has changed."""
        editor = self._view.editor
        row, column = editor.cursor_location
        if "(" in editor.document[row][:column]:
            self._view.run_worker(self._ask(), group="signature", exclusive=True)
        else:
            self._say("")

    async def _ask(self) -> None:
        answer = await self._view.inquire("signature", self._view.editor.before_cursor)
        if answer is not None:
            text = answer.get("text", "")
            self._say(" ".join(text.split()) if isinstance(text, str) else "")

    def _say(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self._view.show_state()
