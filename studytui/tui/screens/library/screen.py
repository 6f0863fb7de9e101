"""The library: what to do next, and every lesson with how far it is."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Resize, ScreenResume
from textual.screen import Screen
from textual.widgets import Input, Static, Tree

from studytui.study.bookmarks import bookmarks, toggle
from studytui.study.next_thing import next_thing
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.rounds import cards_due
from studytui.tui.screens.library.commands import LIBRARY_COMMANDS
from studytui.tui.screens.library.search import Index, index_of
from studytui.tui.screens.library.tree import Goal, LessonTree
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader

WELCOME = "Arrows choose, Enter opens, / searches, ? shows every key. Inside a lesson: n and p walk, F5 runs."


class LibraryScreen(CommandHost, Screen[None]):
    """All lessons as a tree, with a search field when asked for."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = LIBRARY_COMMANDS
    HELP: ClassVar[str] = (
        "All lessons. The first line is the next thing to do; Enter opens what the cursor is on; Space folds."
    )
    DEFAULT_CSS = """
    LibraryScreen {
        & Input { height: 1; border: none; display: none; background: $panel; padding: 0 1; }
        &.-searching Input { display: block; }
        & .welcome { height: auto; padding: 0 1; color: $text-muted; display: none; }
        &.-first-visit .welcome { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._index: Index | None = None

    def compose(self) -> ComposeResult:
        yield StudyHeader("studytui", "lessons")
        yield Input(placeholder="search in all lessons", compact=True, select_on_focus=False)
        yield Static(WELCOME, classes="welcome", markup=False)
        yield LessonTree()
        yield KeyFooter()

    @property
    def searching(self) -> bool:
        """Whether the search field is open."""
        return self.has_class("-searching")

    def on_mount(self) -> None:
        """The tree has the keys."""
        self.query_one(LessonTree).focus()

    def open_search(self) -> None:
        """Show the search field and type in it."""
        self.add_class("-searching")
        self.query_one(Input).focus()
        self.refresh_bindings()

    def end_search(self) -> None:
        """Back to all lessons."""
        self.remove_class("-searching")
        self.query_one(Input).value = ""
        self.query_one(LessonTree).focus()
        self._fill()

    @property
    def marked(self) -> Goal | None:
        """The bookmark under the cursor."""
        node = self.query_one(LessonTree).cursor_node
        return node.data if node is not None and node.data is not None and node.data.bookmark else None

    def drop_bookmark(self) -> None:
        """Take it away."""
        if self.marked is not None:
            toggle(host(self).store, self.marked.lesson, self.marked.step)
            self._fill()

    def lessons_changed(self) -> None:
        """Other lessons, or other texts in them."""
        self._index = None
        if not self.searching:
            self._fill()

    @on(ScreenResume)
    def _resumed(self) -> None:
        if not self.searching:
            self._fill()

    @on(Resize)
    def _resized(self) -> None:
        if not self.searching:
            self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        app = host(self)
        done, place = app.store.all_done(), app.store.place()
        self.set_class(place is None, "-first-visit")
        last = (place.lesson, place.step) if place is not None else ("", "")
        lessons = app.library.lessons
        due = cards_due(lessons, app.store)
        upcoming = next_thing(lessons, done, last, due)
        closed = app.shelving.shelf.closed if app.shelving is not None else ()
        marks = bookmarks(app.store)
        self.query_one(LessonTree).show_course(app.library, done, upcoming, closed, marks)
        words = f"{len(lessons)} lessons"
        self.query_one(StudyHeader).place = f"{words} · {due} due" if due else words

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        if not self.searching:
            return
        if self._index is None:
            self._index = index_of(host(self).library)
        if event.value.strip():
            self.query_one(LessonTree).show_hits(self._index.find(event.value))
        else:
            self._fill()

    @on(Input.Submitted)
    def _to_hits(self) -> None:
        self.query_one(LessonTree).focus()

    @on(Tree.NodeSelected)
    def _open(self, event: Tree.NodeSelected[Goal | None]) -> None:
        goal, app = event.node.data, host(self)
        if goal is not None and goal.pack and app.shelving is not None:
            app.shelving.ask_for(goal.pack)
        elif goal is not None:
            app.open_lesson(goal.lesson, goal.step)
