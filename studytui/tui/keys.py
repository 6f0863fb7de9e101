"""Keys as people write them."""

from __future__ import annotations

from textual.keys import format_key

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
