"""Keys as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.keys import format_key

from studytui.tui.commands.command import Command

NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Bksp",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}


def shown(key: str) -> str:
    """`f5` -> F5, `ctrl+j` -> ^J, `question_mark` -> ?, `n` -> n."""
    *modifiers, name = key.split("+")
    text = NAMES.get(name) or (name.upper() if name[:1] == "f" and name[1:].isdecimal() else format_key(name))
    if "ctrl" in modifiers:
        return f"^{text.upper()}"
    return "+".join([*(modifier.capitalize() for modifier in modifiers), text])


def keys_of(command: Command[Any] | type[Command[Any]], keymap: Mapping[str, str]) -> list[str]:
    """The keys of a command as people write them, where the user's own key map has the last word."""
    keys = keymap.get(command.id, command.keys)
    return [shown(key.strip()) for key in keys.split(",") if key.strip()]
