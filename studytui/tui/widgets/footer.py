"""The last row of every screen: the keys that do something now, made from the commands themselves."""

from __future__ import annotations

from rich.cells import cell_len
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from studytui.tui.keys import shown

ALWAYS = ("run", "edit", "next", "help")
"""Commands that keep their place however narrow the row is."""

ARROWS = "↑↓←→"


class KeyFooter(Widget):
    """One row of keys; what does not fit is left to the help screen."""

    DEFAULT_CSS = """
    KeyFooter { height: 1; dock: bottom; background: $panel; color: $text-muted; padding: 0 1; }
    """

    def on_mount(self) -> None:
        """Follow the focus and whatever else changes the keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The keys, those of the innermost widget first."""
        entries = self._entries()
        kept = sorted((entry for entry in entries if entry[0] in ALWAYS), key=_rank)
        room = self.content_size.width - sum(_width(entry) for entry in kept)
        parts: list[tuple[str, str, str]] = []
        for entry in entries:
            if entry not in kept and _width(entry) <= room:
                parts.append(entry)
                room -= _width(entry)
        return Content("  ").join(
            [
                Content.assemble((key, "bold $text-accent"), " ", label)
                for _, key, label in [*kept[:-1], *parts, *kept[-1:]]
            ]
        )

    def _entries(self) -> list[tuple[str, str, str]]:
        """(command id, key, label) of each live command that asks for a place, in order."""
        focused = self.screen.focused
        typing = focused is not None and focused.check_consume_key("a", "a")
        found: dict[str, tuple[str, str, str]] = {}
        for active in self.screen.active_bindings.values():
            if self._fits(active, typing):
                binding = active.binding
                name = binding.id or binding.action
                found.setdefault(name, (name, shown(binding.key), binding.description))
        return list(found.values())

    def _fits(self, active: ActiveBinding, typing: bool) -> bool:
        if not active.binding.show or not active.enabled:
            return False
        key = shown(active.binding.key)
        return not typing or len(key) > 1 or key in ARROWS


def _rank(entry: tuple[str, str, str]) -> int:
    return ALWAYS.index(entry[0])


def _width(entry: tuple[str, str, str]) -> int:
    return cell_len(entry[1]) + cell_len(entry[2]) + 3
