"""The commands within reach: of the widget in focus, what holds it, the screen and the app."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from studytui.tui.commands.command import Command
from studytui.tui.commands.host import CommandHost


def hosts(screen: Screen[Any]) -> list[CommandHost]:
    """What carries commands, innermost first, the app last."""
    inner = screen.focused or screen
    return [node for node in inner.ancestors_with_self if isinstance(node, CommandHost)]


def reachable(screen: Screen[Any]) -> list[tuple[CommandHost, Command[Any]]]:
    """Every command that can be done now with its host; an inner one hides an outer one of the same id."""
    found: dict[str, tuple[CommandHost, Command[Any]]] = {}
    for host in hosts(screen):
        for command in host.offered():
            found.setdefault(command.id, (host, command))
    return list(found.values())
