"""What can be done in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command
from studytui.tui.typed import host

if TYPE_CHECKING:
    from studytui.tui.screens.library.screen import LibraryScreen


class Search(Command["LibraryScreen"]):
    """Search titles, texts, code, claims and error messages; paste a whole message to find its lesson."""

    id = "search"
    label = "Search"
    keys = "slash"

    async def act(self, target: LibraryScreen) -> None:
        target.open_search()


class EndSearch(Command["LibraryScreen"]):
    """End the search and show all lessons."""

    id = "end-search"
    label = "All lessons"
    keys = "escape"

    def available(self, target: LibraryScreen) -> bool | None:
        return target.searching

    async def act(self, target: LibraryScreen) -> None:
        target.end_search()


class DropBookmark(Command["LibraryScreen"]):
    """Take away the bookmark under the cursor."""

    id = "drop-bookmark"
    label = "Drop bookmark"
    keys = "b"
    footer = False

    def available(self, target: LibraryScreen) -> bool | None:
        return target.marked is not None

    async def act(self, target: LibraryScreen) -> None:
        target.drop_bookmark()


class Playground(Command["LibraryScreen"]):
    """Write and run code of your own."""

    id = "playground"
    label = "Playground"
    keys = "g"

    async def act(self, target: LibraryScreen) -> None:
        from studytui.tui.screens.playground import PlaygroundScreen

        target.app.push_screen(PlaygroundScreen())


class Derivatives(Command["LibraryScreen"]):
    """Draw any function of x with its derivatives."""

    id = "derivatives"
    label = "Derivatives"
    keys = "d"

    async def act(self, target: LibraryScreen) -> None:
        from studytui.tui.screens.derivatives import DerivativesScreen

        target.app.push_screen(DerivativesScreen())


class Review(Command["LibraryScreen"]):
    """Practise: what is due, mixed questions, a mock exam, claims to verify."""

    id = "review"
    label = "Review"
    keys = "r"

    async def act(self, target: LibraryScreen) -> None:
        host(target).review()


class Progress(Command["LibraryScreen"]):
    """Show how far you are: mastery, streak, what is due and what you still know."""

    id = "progress"
    label = "Progress"
    keys = "p"

    async def act(self, target: LibraryScreen) -> None:
        from studytui.tui.screens.progress import ProgressScreen

        target.app.push_screen(ProgressScreen())


LIBRARY_COMMANDS = (Search, EndSearch, DropBookmark, Review, Progress, Playground, Derivatives)
