"""Settings the app changes itself: theme, layout, consent. Any JSON value under a name."""

from __future__ import annotations

from typing import Any

import msgspec

from studytui.study.store.table import Table


class Settings(Table):
    """Remembers settings."""

    def setting(self, key: str, default: Any = None) -> Any:
        """The value, or `default` when it was never set or cannot be read."""
        rows = self.database.rows("SELECT value FROM settings WHERE key = ?", (key,))
        try:
            return msgspec.json.decode(rows[0][0]) if rows else default
        except msgspec.MsgspecError:
            return default  # written by something else; setting it again repairs it

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a value that JSON can hold. Raises TypeError for others."""
        text = msgspec.json.encode(value).decode()
        self.database.write("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, text))
