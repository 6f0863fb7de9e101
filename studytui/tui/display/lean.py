"""A mixin for the app that sends changed cells instead of whole regions.

A key in the editor costs some 150 bytes instead of Textual's 6,000 and more; the screen is the same.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from studytui.tui.display.driver import LinkDriver
from studytui.tui.display.pieces import Update, pieces
from studytui.tui.display.shadow import Run, Shadow

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.app import App
    from textual.driver import Driver
    from textual.screen import Screen

    Base = App[Any]
else:
    Base = object

MOMENT = 0.02
"""Seconds until a frame that is owed is tried again."""


class Changes(CompositorUpdate):
    """An update that is rendered already."""

    def __init__(self, sequence: str) -> None:
        self.sequence = sequence

    def render_segments(self, console: Console) -> str:
        """The escape sequences."""
        return self.sequence


class LeanDisplay(Base):
    """Put it before `App` among the bases."""

    lean = True
    """False: let Textual draw as it does by itself."""
    _shadow: Shadow | None = None
    _owing = False
    """Whether a frame was left out and nothing has been painted since."""

    def forget_screen(self) -> None:
        """What the terminal shows is not known any more: send everything once."""
        self._shadow = None

    def get_driver_class(self) -> type[Driver]:
        """Ours where Textual would take the one it is made from."""
        found = super().get_driver_class()
        return LinkDriver if found is LinkDriver.__base__ else found

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self.lean or renderable is None or not self._drawing():
            super()._display(screen, renderable)
            return
        if self._link_is_late():
            self._owing = True  # this frame is left out; the newest is painted when the link is free
            self.post_display_hook()
            return
        if self._owing:
            self._owing, renderable = False, self._everything(screen)
        if not isinstance(renderable, (LayoutUpdate, ChopsUpdate)):
            super()._display(screen, renderable)
            return
        sequence = self._changes(renderable)
        if sequence or self.cursor_position != self._previous_cursor_position:
            super()._display(screen, Changes(sequence))  # type: ignore[arg-type]
        else:
            self.post_display_hook()

    def _link_is_late(self) -> bool:
        driver = self._driver
        return isinstance(driver, LinkDriver) and driver.late(self._catch_up)

    def _catch_up(self) -> None:
        """Paint what the screen has come to while the link was busy: once, however many frames that were."""
        if not self._owing or not self._running:
            return
        if self._drawing() and self.screen.is_running:
            self._display(self.screen, self._everything(self.screen))
        else:
            self.set_timer(MOMENT, self._catch_up)  # within a batch: its end paints only what is new

    def _everything(self, screen: Screen[Any]) -> RenderableType | None:
        """All that is on the screen now."""
        return screen._compositor.render_update(full=True, screen_stack=self._background_screens)

    def _drawing(self) -> bool:
        """Whether Textual would write to a full-screen terminal now."""
        driver = self._driver
        return bool(
            self._running
            and not self._closed
            and not self._batch_count
            and not self.is_headless
            and driver is not None
            and not driver.is_inline
        )

    def _changes(self, update: Update) -> str:
        width, height = self.size
        if self._shadow is None or (self._shadow.width, self._shadow.height) != (width, height):
            self._shadow = Shadow(width, height)
        out: list[str] = []
        for row, column, strip in pieces(update):
            if row < height and column < width:
                runs = self._shadow.changes(row, column, strip)
                out += self._whole(row, column, strip) if runs is None else self._runs(row, runs)
        return "".join(out)

    def _whole(self, row: int, column: int, strip: Strip) -> list[str]:
        return [Control.move_to(column, row).segment.text, strip.render(self.console)]

    def _runs(self, row: int, runs: list[Run]) -> list[str]:
        colours = self.console._color_system or ColorSystem.TRUECOLOR
        out: list[str] = []
        for column, cells in runs:
            out.append(Control.move_to(column, row).segment.text)
            for style, group in groupby(cells, key=lambda cell: cell[1]):
                text = "".join(character for character, _ in group)
                out.append(text if style is None else Strip.render_style(style, text, colours))
        return out
