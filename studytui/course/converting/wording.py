"""Types and bounds in the words of someone who writes lessons."""

from __future__ import annotations

import re
from typing import Any

_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a mapping (`key: value` lines)",
    "null": "nothing",
}
_EXPECTED = re.compile(r"^Expected `(?P<types>[a-z |]+)`(?P<bound>.*)$", re.DOTALL)
_LENGTH = re.compile(r" of length (?P<sign>[<>]=)? ?(?P<count>\d+)")
_SIZE = re.compile(r" (?P<sign>[<>]=?) (?P<limit>[-\d.]+)$")
_SIGNS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
_SHOWN = 40


def expected(words: str, value: Any) -> str:
    """msgspec's "Expected `array` of length >= 2" as "expected a list of at least 2"."""
    match = _EXPECTED.match(words)
    if match is None:
        return words[:1].lower() + words[1:]
    types = " or ".join(_TYPES.get(name.strip(), name.strip()) for name in match["types"].split("|"))
    quotes = " (put it in quotes)" if _wants_quotes(match["types"], value) else ""
    return f"expected {types}{_bound(match['bound'], match['types'])}{quotes}"


def found(value: Any) -> str:
    """A value as found in a file, shortened to one line."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    if isinstance(value, int | float):
        return f"the number {_short(str(value))}"
    if isinstance(value, str):
        return f"the text `{_short(value)}`" if value else "an empty text"
    name = "list" if isinstance(value, list) else "mapping"
    return f"a {name} of {len(value)}" if value else f"an empty {name}"


def _bound(bound: str, types: str) -> str:
    if "matching regex" in bound:
        return " of lower-case letters and digits with single dashes between"
    if match := _LENGTH.search(bound):
        unit = " characters" if types == "str" else " entries"
        return f" of {_SIGNS.get(match['sign'], 'exactly')} {match['count']}{unit}"
    if match := _SIZE.search(bound):
        return f" of {_SIGNS[match['sign']]} {match['limit']}"
    return ""


def _wants_quotes(types: str, value: Any) -> bool:
    return types == "str" and (value is None or isinstance(value, bool | int | float))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
