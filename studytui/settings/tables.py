"""`[profiles]` and `[keys]` of config.toml as rows below the settings, and the value behind any name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studytui.settings.fields import TABLES, Field, docs, fields
from studytui.settings.keymap import Bound, problems
from studytui.settings.model import Settings, Where

HOW = {
    "profiles": "In a shell: studytui settings profiles.gpu.launcher 'ssh gpu07', then --profile gpu.",
    "keys": "In a shell: studytui settings keys.run ctrl+r. `studytui doctor` checks them.",
}


def table_fields(settings: Settings) -> tuple[Field, ...]:
    """Each table with what it is for and how it gets its first row, then what is in it."""
    return tuple(field for table in TABLES for field in _of_table(table, settings))


def value_of(settings: Settings, name: str) -> Any:
    """What is set: of theme, keys.run, profiles.gpu.device; of a table how much is in it."""
    table, _, rest = name.partition(".")
    if table not in TABLES:
        return getattr(settings, name)
    rows = getattr(settings, table)
    if not rest:
        return f"{len(rows)}" if rows else ""
    if table == "keys":
        return rows.get(rest, "")
    profile, _, last = rest.rpartition(".")
    return getattr(rows.get(profile, Where()), last)


def wrong_key(name: str, keys: str) -> str:
    """What is wrong with the keys for `keys.run`, as far as their names tell; nothing for other settings."""
    command = name.removeprefix("keys.")
    if command == name or not keys:
        return ""
    return next(iter(problems({command: keys}, [Bound("", command, ())])), "")


def _of_table(table: str, settings: Settings) -> Iterator[Field]:
    yield Field(table, f"{docs(Settings)[table]}\n{HOW[table]}", "", fixed=True)
    if table == "keys":
        for command in settings.keys:
            yield Field(f"keys.{command}", "Keys of this command, with commas between.", "")
        return
    known = {field.name: field for field in fields()}
    for profile in settings.profiles:
        for name in Where.__struct_fields__:
            own = known[name]
            yield Field(f"profiles.{profile}.{name}", own.help, own.default, own.choices, own.type)
