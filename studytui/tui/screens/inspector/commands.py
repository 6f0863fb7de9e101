"""What can be done in the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.inspector.screen import InspectorScreen


class NextPage(Command["InspectorScreen"]):
    """Show the next page: facts, memory, numbers, graph."""

    id = "inspector-next"
    label = "Next page"
    keys = "right,tab,t"
    even_while_typing = True

    async def act(self, target: InspectorScreen) -> None:
        target.turn(1)


class PreviousPage(Command["InspectorScreen"]):
    """Show the page before."""

    id = "inspector-previous"
    label = "Page before"
    keys = "left,shift+tab"
    footer = False
    even_while_typing = True

    async def act(self, target: InspectorScreen) -> None:
        target.turn(-1)


class PageDown(Command["InspectorScreen"]):
    """Scroll the page down."""

    id = "inspector-down"
    label = "Scroll"
    keys = "pagedown,space"
    even_while_typing = True

    async def act(self, target: InspectorScreen) -> None:
        target.page.scroll_page_down(animate=False)


class PageUp(Command["InspectorScreen"]):
    """Scroll the page up."""

    id = "inspector-up"
    label = "Scroll up"
    keys = "pageup,b"
    footer = False
    even_while_typing = True

    async def act(self, target: InspectorScreen) -> None:
        target.page.scroll_page_up(animate=False)


class Close(Command["InspectorScreen"]):
    """Back to the code."""

    id = "inspector-close"
    label = "Back"
    keys = "escape,f4,q"

    async def act(self, target: InspectorScreen) -> None:
        target.dismiss(None)


INSPECTOR_COMMANDS = (NextPage, PreviousPage, PageDown, PageUp, Close)
