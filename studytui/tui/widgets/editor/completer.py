"""Completion in a field that is typed in: Tab asks, Tab or Enter takes, Esc closes, letters narrow down."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import msgspec
from textual.widgets import Input, TextArea

from studytui.tui.widgets.editor.popup import CompletionPopup, Item

if TYPE_CHECKING:
    from textual.events import Key

Inquire = Callable[[str, str], Awaitable[dict[str, Any] | None]]
"""Asks the finished process: the kind of question and the text before the cursor. None: nobody answers."""
WORD_END = re.compile(r"[\w.]$")
MOVES = {"up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down"}


class Completer:
    """`before` gives the text before the cursor, `put` replaces its last so many letters by a name."""

    def __init__(
        self, field: TextArea | Input, before: Callable[[], str], put: Callable[[int, str], None]
    ) -> None:
        self.inquire: Inquire | None = None
        self._field, self._before, self._put = field, before, put
        self._popup: CompletionPopup | None = None
        self._prefix = ""

    @property
    def open(self) -> bool:
        """Whether names are shown."""
        return self._popup is not None

    def wanted(self) -> bool:
        """Whether Tab means completion here: behind a name or a dot, with someone to ask."""
        return self.inquire is not None and WORD_END.search(self._before()) is not None

    def start(self, otherwise: Callable[[], None]) -> None:
        """Ask for names; a single one is taken at once, and without any `otherwise` is done."""
        self._field.run_worker(self._complete(otherwise), group="completion", exclusive=True)

    def take_key(self, event: Key) -> bool:
        """Whether the key was for the list of names."""
        if self._popup is None:
            return False
        if event.key in MOVES:
            getattr(self._popup, f"action_{MOVES[event.key]}")()
        elif event.key in ("tab", "enter"):
            self._take(self._popup.chosen)
        elif event.key == "escape":
            self.close()
        else:
            typed = event.character or ""
            if event.key == "backspace" or typed.isidentifier() or typed.isdigit():
                self._field.call_after_refresh(self.start, self.close)
            else:
                self.close()
            return False
        return True

    def close(self) -> None:
        """Show no names any more."""
        if self._popup is not None:
            self._popup.remove()
            self._popup = None

    async def _complete(self, otherwise: Callable[[], None]) -> None:
        text = self._before()
        answer = await self.inquire("complete", text) if self.inquire is not None else None
        if text != self._before() or not self._field.has_focus:
            return  # typed on meanwhile: that asks again
        items, prefix = names_in(answer)
        if not items or (len(items) == 1 and items[0][0] == prefix):
            self.close()
            otherwise()
        elif len(items) == 1 and not self.open:
            self._prefix = prefix
            self._take(items[0][0])
        else:
            await self._offer(items, prefix)

    async def _offer(self, items: list[Item], prefix: str) -> None:
        self._prefix = prefix
        if self._popup is None:
            self._popup = CompletionPopup()
            await self._field.screen.mount(self._popup)
        self._popup.offer(items, prefix, self._field.cursor_screen_offset)

    def _take(self, name: str) -> None:
        self.close()
        self._put(len(self._prefix), name)


def names_in(answer: dict[str, Any] | None) -> tuple[list[Item], str]:
    """Names, and the part that is typed already. The process is not trusted: only names are taken."""
    try:
        items = msgspec.convert((answer or {}).get("items", []), list[Item])
        prefix = msgspec.convert((answer or {}).get("prefix", ""), str)
    except msgspec.ValidationError:
        return [], ""
    return [(name, kind[:30]) for name, kind in items if name.isidentifier()], prefix
