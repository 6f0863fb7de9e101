"""Bytes from the supervisor, cut into frames. The rest (login banners, stray prints) is noise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from studytui.runner.clean import clean
from studytui.sandbox import wire

LONGEST = 16 << 20
"""Bytes a line may have before it is given up as noise."""


class Frame(Struct, frozen=True):
    """One message of the supervisor."""

    ev: str
    fields: dict[str, Any]


class Noise(Struct, frozen=True):
    """A line that is no message, made safe to show."""

    text: str


class FrameReader:
    """Takes bytes as they come, gives frames and noise as they are complete."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._rest = bytearray()
        self._skipping = False

    def feed(self, data: bytes) -> Iterator[Frame | Noise]:
        """What these bytes complete, in order."""
        self._rest += data
        *lines, rest = self._rest.split(b"\n")
        self._rest = bytearray() if len(rest) > self._longest else rest
        for line in lines:
            if not self._skipping:
                yield from _read(bytes(line))
            self._skipping = False
        self._skipping = self._skipping or len(rest) > self._longest

    def finish(self) -> Iterator[Frame | Noise]:
        """What is left when the stream has ended."""
        yield from _read(bytes(self._rest))
        self._rest.clear()


def _read(line: bytes) -> Iterator[Frame | Noise]:
    noise, mark, text = line.partition(wire.MARK)  # a banner without a newline may stand before the frame
    if noise.strip():
        yield Noise(clean(noise.decode("utf-8", "replace")).rstrip("\r"))
    if mark:
        yield _frame(text)


def _frame(text: bytes) -> Frame | Noise:
    fields = _parse(text)
    ev = fields.pop("ev", None) if fields is not None else None
    if fields is None or not isinstance(ev, str):
        return Noise(clean(text[:200].decode("utf-8", "replace")))
    return Frame(ev, fields)


def _parse(text: bytes) -> dict[str, Any] | None:
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return wire.parse(text)  # slower, and knows the NaN and Infinity that Python's json writes
    return value if isinstance(value, dict) else None
