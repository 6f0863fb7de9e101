"""What is wrong with `[keys]` of config.toml: unknown commands, unknown keys, keys given twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from string import punctuation
from typing import NamedTuple

MODIFIERS = ("ctrl", "shift", "alt", "super", "hyper", "meta")
NAMED = (
    *("escape", "enter", "space", "tab", "backspace", "delete", "insert", "home", "end"),
    *("pageup", "pagedown", "up", "down", "left", "right"),
    *(f"f{number}" for number in range(1, 25)),
    *("comma", "full_stop", "question_mark", "exclamation_mark", "colon", "semicolon", "equals_sign"),
    *("slash", "backslash", "at", "minus", "plus", "underscore"),
)
"""Keys with a name. Any other character has that of Unicode: left_square_bracket."""

SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


class Bound(NamedTuple):
    """A command of one place in the app, with the keys it has by itself."""

    place: str
    id: str
    keys: tuple[str, ...]


def problems(keymap: Mapping[str, str], commands: Sequence[Bound]) -> tuple[str, ...]:
    """Each in one line that names the setting; empty when all of it works."""
    known = {command.id for command in commands}
    wrong = [words for id_, keys in keymap.items() for words in _wrong(id_, keys, known)]
    return (*wrong, *dict.fromkeys(_twice(keymap, commands)))


def split(keys: str) -> tuple[str, ...]:
    """`"f5, ctrl+j"` -> ("f5", "ctrl+j"); characters get their names."""
    return tuple(_named(key.strip()) for key in keys.split(",") if key.strip())


def is_key(key: str) -> bool:
    """Whether a key can be called so: f5, ctrl+r, shift+left, x, question_mark."""
    *modifiers, name = key.split("+")
    return set(modifiers) <= set(MODIFIERS) and (len(name) == 1 or name in NAMED or _character(name) != "")


def _wrong(id_: str, keys: str, known: set[str]) -> Iterator[str]:
    if id_ not in known:
        near = get_close_matches(id_, sorted(known), n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`studytui keys` lists them"
        yield f"keys.{id_}: there is no command {id_!r}; {hint}"
    if not split(keys):
        yield f'keys.{id_}: names no key; write one such as "f5" or "ctrl+r"'
    for key in split(keys):
        if not is_key(key):
            yield f"keys.{id_}: {key!r} is no key; {_near(key)}"


def _near(key: str) -> str:
    parts = key.lower().replace("-", "+").split("+")
    guess = "+".join([*(_closest(each, MODIFIERS) for each in parts[:-1]), _closest(parts[-1], NAMED)])
    return f"did you mean {guess!r}?" if is_key(guess) else 'keys are written "f5", "ctrl+r", "x"'


def _closest(name: str, known: Sequence[str]) -> str:
    return next(iter(get_close_matches(name, known, n=1)), name) if len(name) > 1 else name


def _twice(keymap: Mapping[str, str], commands: Sequence[Bound]) -> Iterator[str]:
    """Only what the user has bound counts: studytui's own commands that share a key exclude each other."""
    for one in commands:
        for other in commands:
            if one.id in keymap and other.id != one.id and other.place == one.place:
                for key in sorted(set(_now(one, keymap)) & set(_now(other, keymap))):
                    first, second = sorted((one.id, other.id))
                    yield f"keys: {key!r} is used twice in {one.place}: {first} and {second}"


def _now(command: Bound, keymap: Mapping[str, str]) -> tuple[str, ...]:
    return split(keymap[command.id]) if command.id in keymap else command.keys


def _named(key: str) -> str:
    """As the app names it: `?` is question_mark; letters and digits are called what they are."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace(" ", "_").replace("-", "_")
    return SHORTER.get(name, name)


def _character(name: str) -> str:
    if name in {_named(each) for each in punctuation}:
        return name  # some of Unicode's names have a dash, which no key has
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
