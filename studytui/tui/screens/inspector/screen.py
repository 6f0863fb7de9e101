"""The inspector: the variables on the left, what one of them is on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.inspector.commands import INSPECTOR_COMMANDS
from studytui.tui.screens.inspector.pages.facts import facts_page
from studytui.tui.screens.inspector.pages.graph import graph_page
from studytui.tui.screens.inspector.pages.memory import memory_page
from studytui.tui.screens.inspector.pages.modules import modules_page
from studytui.tui.screens.inspector.pages.numbers import numbers_page
from studytui.tui.screens.inspector.subject import Item, Subject, subjects
from studytui.tui.widgets.fit import shortened
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.rows import RowsPane
from studytui.tui.widgets.section import SectionBar

PAGES: dict[str, Callable[[Subject], Iterable[Strip]]] = {
    "facts": facts_page,
    "memory": memory_page,
    "numbers": numbers_page,
    "graph": graph_page,
    "modules": modules_page,
}
LIST = 20
"""Cells of the list of variables."""


class InspectorScreen(CommandHost, Screen[None]):
    """Up and down choose a variable, left and right a page."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = INSPECTOR_COMMANDS
    HELP: ClassVar[str] = "What each variable is. Up and down choose one, left and right turn the page."
    DEFAULT_CSS = """
    InspectorScreen {
        & OptionList { width: 20; height: 1fr; border: none; padding: 0; background: $surface;
            scrollbar-size: 1 1; &:focus { border: none; } }
        & Vertical { width: 1fr; height: 1fr; }
    }
    """

    def __init__(self, variables: Iterable[Item], closer: Iterable[Item]) -> None:
        """What the run told of its variables, and the closer look at some."""
        super().__init__()
        self.subjects = subjects(variables, closer)
        self.page = RowsPane(id="page", hang=2)
        self._wanted = "facts"

    def compose(self) -> ComposeResult:
        yield StudyHeader("Inspector")
        with Horizontal():
            yield OptionList(*(Option(_title(subject)) for subject in self.subjects))
            with Vertical():
                yield SectionBar(*PAGES, id="pages")
                yield self.page
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin with the variable made last."""
        choice = self.query_one(OptionList)
        choice.highlighted = len(self.subjects) - 1
        choice.focus()

    @property
    def subject(self) -> Subject:
        """The variable that is shown."""
        return self.subjects[self.query_one(OptionList).highlighted or 0]

    @property
    def shown(self) -> str:
        """The page that is shown: the one the learner turned to last, if this variable has it."""
        pages = self.subject.pages
        return self._wanted if self._wanted in pages else pages[0]

    def turn(self, by: int) -> None:
        """Turn pages; behind the last comes the first."""
        pages = self.subject.pages
        self._wanted = pages[(pages.index(self.shown) + by) % len(pages)]
        self._draw()

    @on(OptionList.OptionHighlighted)
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw()

    def _draw(self) -> None:
        subject = self.subject
        bar = self.query_one("#pages", SectionBar)
        bar.titles = subject.pages
        bar.shown = subject.pages.index(self.shown)
        bar.refresh()
        self.query_one(StudyHeader).place = subject.name
        self.page.show(PAGES[self.shown](subject))
        self.page.scroll_home(animate=False)


def _title(subject: Subject) -> Text:
    """`w  [3, 4]`, cut to the list's width."""
    shape = "×".join(map(str, subject.shape)) if subject.is_tensor else str(subject.facts.get("type", ""))
    text = Text(shortened(subject.name, LIST - 3), no_wrap=True)
    text.append(f" {shortened(shape or 'scalar', max(LIST - 3 - len(text), 0))}", style="dim")
    return text
