"""Reading and writing `config.toml`. What cannot be used is named with its line; comments stay."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from studytui.errors import UsageError
from studytui.folders import config_dir
from studytui.settings.model import Settings, Where
from studytui.writing import write_whole

NAME = "config.toml"
_UNKNOWN = re.compile(r"unknown field `(\w+)`")
_AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`")
_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)")


def path() -> Path:
    """Where the file is, or would be."""
    return config_dir() / NAME


def load(file: Path | None = None) -> Settings:
    """The settings; the defaults when there is no file. Raises UsageError: `config.toml:line: …`."""
    where = file or path()
    try:
        text = where.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{where}: cannot be read: {error}") from error
    return parse(text, str(where))


def parse(text: str, name: str = NAME) -> Settings:
    """Settings from TOML. Raises UsageError: `name:line: …`, or without the place when it has no name."""
    try:
        return msgspec.convert(tomllib.loads(text), Settings)
    except tomllib.TOMLDecodeError as error:
        at = _POSITION.search(str(error))
        line = f":{at[1]}:{at[2]}" if at else ""
        raise UsageError(f"{name}{line}: {_POSITION.sub('', str(error))}") from error
    except msgspec.ValidationError as error:
        raise UsageError(_explained(text, name, str(error))) from error


def change(setting: str, value: Any, file: Path | None = None) -> Settings:
    """Set one value in the file and return all of them. Raises UsageError for a wrong one, StorageError.

    Comments, order and other settings stay as they are; a wrong value changes nothing.
    """
    import tomlkit

    where = file or path()
    load(where)  # a broken file is the user's to repair, not ours to write over
    document = tomlkit.parse(where.read_text("utf-8") if where.exists() else "")
    table = document
    *tables, key = setting.split(".")
    for each in tables:
        table = table.setdefault(each, tomlkit.table())
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value
    text = tomlkit.dumps(document)
    settings = parse(text, "")
    write_whole(where, text, "the setting")
    return settings


def _explained(text: str, name: str, message: str) -> str:
    at = _AT.search(message)
    parts = at["path"].replace("[...]", "").split(".") if at and at["path"] else []
    unknown = _UNKNOWN.search(message)
    key = unknown[1] if unknown else (parts[-1] if parts else "")
    words = _unknown(unknown[1], within=parts) if unknown else f"{key}: {_AT.sub('', message)}{_choices(key)}"
    return f"{name}{_line_of(text, key)}: {words}" if name else words


def _choices(key: str) -> str:
    from studytui.settings.fields import fields

    found = next((each.choices for each in fields() if each.name == key), ())
    return f"; it is one of {', '.join(found)}" if found else ""


def _unknown(key: str, within: list[str]) -> str:
    known = (Where if within else Settings).__struct_fields__
    near = get_close_matches(key, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    return f"there is no setting {key!r}; {hint}"


def _line_of(text: str, key: str) -> str:
    """`:3`, the line that speaks of the key; "" when it cannot be told."""
    found = re.compile(rf"^\s*(\[.*\b)?[\"']?{re.escape(key)}[\"']?(\s*=|\b.*\])")
    numbers = [number for number, line in enumerate(text.splitlines(), 1) if key and found.match(line)]
    return f":{numbers[0]}" if numbers else ""
