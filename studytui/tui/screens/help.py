"""F1: what this screen is and every key that works in it, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widgets import TextArea

from studytui.tui.commands.command import Command
from studytui.tui.commands.gather import hosts
from studytui.tui.keys import keys_of
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.rows import RowsPane
from studytui.tui.widgets.section import SectionBar

BOLD = Style(bold=True)
DIM = Style(dim=True)
COLUMN = 14
EDITOR = (
    ("Esc", "leave the editor: then single keys work, such as n, p and ?"),
    ("Tab  Shift+Tab", "indent more, less"),
    ("^Z  ^Y", "undo, redo"),
    ("^X  ^C  ^V", "cut, copy, paste"),
    ("^A", "select all"),
    ("^W  ^U  ^K", "delete the word, to the line's start, to its end"),
)


class HelpScreen(ModalScreen[None]):
    """A page to scroll; any of F1, ?, q and Esc closes it."""

    DEFAULT_CSS = """
    HelpScreen { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,f1,question_mark", "dismiss(None)", "Close")]

    def __init__(self, screen: Screen[Any]) -> None:
        """The page for `screen` as it is now."""
        super().__init__()
        self._lines = list(page(screen))

    def compose(self) -> ComposeResult:
        yield SectionBar("help")
        yield RowsPane(hang=COLUMN + 4)
        yield KeyFooter()

    def on_mount(self) -> None:
        pane = self.query_one(RowsPane)
        pane.show(self._lines)
        pane.focus()


def page(screen: Screen[Any]) -> Iterator[Strip]:
    """The lines of the help page: the innermost widget first, the app's own keys last."""
    if isinstance(screen.focused, TextArea):
        yield from _table("In the editor", EDITOR)
    seen: set[str] = set()
    for carrier in hosts(screen):
        rows = [_row(command, screen) for command in carrier.known() if command.id not in seen]
        seen |= {command.id for command in carrier.known()}
        if rows:
            yield from _table(str(getattr(carrier, "HELP", "")) or "Everywhere", rows)


def _row(command: Command[Any], screen: Screen[Any]) -> tuple[str, str]:
    keys = "  ".join(keys_of(command, host(screen).settings.keys))
    return keys or "palette", command.help()


def _table(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[Strip]:
    yield Strip([Segment(title, BOLD)])
    for keys, words in rows:
        yield Strip([Segment(f"  {keys:<{COLUMN}}  ", Style(color="cyan")), Segment(words)])
    yield Strip([])
