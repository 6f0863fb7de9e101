"""`studytui keys`: every key of the app, from the commands themselves."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from studytui.cli import parsing
from studytui.cli.running.showing import worded
from studytui.errors import Exit
from studytui.settings.keymap import Bound, split

if TYPE_CHECKING:
    from studytui.tui.commands.command import Command


class Key(Struct, frozen=True):
    """One command of one place in the app."""

    place: str
    id: str
    keys: tuple[str, ...]
    help: str


def main(words: Sequence[str]) -> int:
    """Print the keys, place by place."""
    args = parsing.parse(parser(), words)
    keys = tuple(all_keys())
    print("\n".join(map(_json, keys)) if args.json else worded(_words(keys)))
    return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser(
        "keys", "Every key of the app, place by place; the ids are what a key map rebinds."
    )
    found.add_argument("--json", action="store_true", help="print one JSON object a command")
    return found


def commands() -> tuple[Bound, ...]:
    """Every command with the keys it has by itself, as a key map names them."""
    return tuple(Bound(place.__name__, each.id, split(each.keys)) for place, each in _commands())


def all_keys() -> Iterator[Key]:
    """Every command that has a key, with the place it belongs to: the app, a screen, a step or a pane."""
    from studytui.tui.keys import shown

    for place, command in _commands():
        if command.keys:
            keys = tuple(shown(key.strip()) for key in command.keys.split(","))
            yield Key(place.__name__, command.id, keys, command.help())


def _commands() -> Iterator[tuple[type[Any], type[Command[Any]]]]:
    from studytui import tui
    from studytui.tui.commands.host import CommandHost

    for module in pkgutil.walk_packages(tui.__path__, "studytui.tui."):
        importlib.import_module(module.name)
    for place in sorted(_below(CommandHost), key=lambda each: (each.__module__.count("."), each.__module__)):
        for command in place.__dict__.get("ACTIONS", ()):
            yield place, command


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _json(key: Key) -> str:
    return json.dumps({"type": "key", **{name: getattr(key, name) for name in key.__struct_fields__}})


def _words(keys: Sequence[Key]) -> str:
    wide, id_wide = max(len(" ".join(key.keys)) for key in keys), max(len(key.id) for key in keys)
    lines: list[str] = []
    for place in dict.fromkeys(key.place for key in keys):
        own = [key for key in keys if key.place == place]
        lines += ["", place, *(f"  {' '.join(k.keys):<{wide}}  {k.id:<{id_wide}}  {k.help}" for k in own)]
    return "\n".join(lines[1:])
