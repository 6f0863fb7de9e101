"""The app's packs of lessons: asking for trust, and following the edits of whoever writes lessons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studytui.errors import StudytuiError
from studytui.tui.opening import open_first
from studytui.tui.typed import FollowsLessons

if TYPE_CHECKING:
    from studytui.study.shelf import Closed, Shelf
    from studytui.tui.app import StudyApp

EVERY = 1.0
"""Seconds between two looks at the files of packs that are being written."""


class Shelving:
    """What the app does with its shelf."""

    def __init__(self, app: StudyApp, shelf: Shelf) -> None:
        self._app = app
        self.shelf = shelf

    def begin(self) -> None:
        """Watch what may be edited; ask at once when there is nothing else to study."""
        self._app.set_interval(EVERY, self.look)
        if self.shelf.closed and not self._app.library.lessons:
            self.ask(self.shelf.closed[0])

    def ask(self, closed: Closed) -> None:
        """Ask whether the pack is trusted, and open it if so."""
        from studytui.tui.screens.trust import TrustScreen

        self._app.push_screen(TrustScreen(closed), partial(self._answered, closed))

    def ask_for(self, folder: str) -> None:
        """The same for the pack in this folder."""
        for closed in self.shelf.closed:
            if str(closed.pack.folder) == folder:
                self.ask(closed)

    def look(self) -> None:
        """Read the lessons again when a file was saved."""
        if self.shelf.watched and self.shelf.changed():
            self.refresh()

    def refresh(self) -> None:
        """Read the lessons again; what cannot be read stays as it was, and is told in one line."""
        before = {str(error) for error in self._app.library.broken}
        try:
            self._app.library = self.shelf.library(self._app.library)
        except StudytuiError as error:
            self._app.say(str(error), "error")
            return
        news = [str(each) for each in self._app.library.broken if str(each) not in before]
        if news:
            self._app.say(news[0], "error")
        for screen in self._app.screen_stack:
            if isinstance(screen, FollowsLessons):
                screen.lessons_changed()

    def _answered(self, closed: Closed, trusted: bool | None) -> None:
        if not trusted:
            self._app.say(f"{closed.pack.name} stays closed; Enter on it in the library asks again.")
            return
        try:
            self.shelf.trust(closed.pack)
        except StudytuiError as error:
            self._app.say(str(error), "error")
        self.refresh()
        if self._app.first.lesson:
            open_first(self._app, self._app.first)
