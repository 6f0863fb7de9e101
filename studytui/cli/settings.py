"""`studytui settings [NAME [VALUE]]`: what is set, and setting it, without opening the app."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import msgspec

from studytui.cli import parsing
from studytui.errors import Exit, UsageError
from studytui.settings import file
from studytui.settings.fields import TABLES, Field, fields
from studytui.settings.model import Settings
from studytui.settings.tables import value_of


def main(words: Sequence[str]) -> int:
    """Show all settings, show one, or set one."""
    args = parsing.parse(parser(), words)
    if args.schema:
        print(json.dumps(msgspec.json.schema(Settings), indent=1))
    elif args.name is None:
        print(_json(file.load()) if args.json else _words(file.load()))
    elif args.value is None:
        print(_now(args.name))
    else:
        value = _value(args.name, args.value)
        if args.name.startswith("keys.") and value is not None:
            _require_key(args.name.removeprefix("keys."), value)
        file.change(args.name, value)
    return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("settings", "Show what is set, and in which file, or set it.")
    found.add_argument(
        "name", nargs="?", metavar="NAME", help="theme, device, keys.run, profiles.gpu.launcher, …"
    )
    found.add_argument("value", nargs="?", metavar="VALUE", help='what it becomes; "" sets it back')
    found.add_argument("--json", action="store_true", help="print one JSON object")
    found.add_argument(
        "--schema", action="store_true", help="print the JSON Schema of config.toml, for editors"
    )
    return found


def _now(name: str) -> object:
    """What is set; names such as keys.run and profiles.gpu.device too. Raises UsageError."""
    last = name.rpartition(".")[2]
    if not name.startswith("keys."):
        _known(last if name.startswith("profiles.") else name)
    return value_of(file.load(), name)


def _known(name: str) -> Field:
    known = {each.name: each for each in fields()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    raise UsageError(
        f"there is no setting {name!r}; "
        + (f"did you mean {near[0]!r}?" if near else "`studytui settings` lists them")
    )


def _value(name: str, text: str) -> Any:
    """The text as what this setting holds; None, so that the default comes back, for nothing."""
    last = name.rpartition(".")[2]
    kind = str if name.startswith("keys.") else _known(last if name.startswith("profiles.") else name).type
    if not text:
        return None
    if kind is int and text.lstrip("-").isdigit():
        return int(text)
    return text


def _require_key(command: str, keys: str) -> None:
    """Raises UsageError when there is no such command or key, or when another command there has the key."""
    from studytui.cli.keys import commands  # every screen of the app, to ask it for its commands
    from studytui.settings.keymap import problems

    others = {id_: key for id_, key in file.load().keys.items() if id_ != command}
    before, after = problems(others, commands()), problems({**others, command: keys}, commands())
    if new := [words for words in after if words not in before]:
        raise UsageError(new[0])


def _json(settings: Settings) -> str:
    found = {name: getattr(settings, name) for name in Settings.__struct_fields__}
    return json.dumps({"type": "settings", **msgspec.to_builtins(found)}, ensure_ascii=False)


def _words(settings: Settings) -> str:
    known = fields()
    rows = [(each.name, str(getattr(settings, each.name)), each) for each in known]
    name_wide, wide = max(len(row[0]) for row in rows), max(len(row[1]) for row in rows)
    lines = [f"{name:<{name_wide}}  {value or '-':<{wide}}  {each.help}" for name, value, each in rows]
    for table in TABLES:
        lines += [f"{table}.{key} = {value!r}" for key, value in getattr(settings, table).items()]
    return "\n".join([f"# {file.path()}", *lines])
