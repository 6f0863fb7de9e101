"""The sandbox as one message: its sources, shipped to where the runs happen. Nothing is installed there."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from msgspec import Struct

from studytui.sandbox import boot


class Bundle(Struct, frozen=True):
    """The bytes to write to a fresh interpreter's stdin, and their fingerprint."""

    payload: bytes
    """One line with a byte count, then that many bytes of JSON: {relative path: source}."""
    digest: str
    """SHA-256 of the JSON, in hex: equal sources give equal digests on every machine."""


BOOT = boot.BOOT
"""What the interpreter runs to unpack the bundle and become the supervisor."""


@cache
def bundle() -> Bundle:
    """The sandbox package of this installation."""
    return pack(sources(resources.files("studytui.sandbox")))


def sources(folder: Traversable, prefix: str = "") -> dict[str, str]:
    """Every Python file below `folder`: path relative to it, with forward slashes -> source."""
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            found |= sources(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".py"):
            found[prefix + entry.name] = entry.read_text(encoding="utf-8")
    return found


def pack(files: dict[str, str]) -> Bundle:
    """`files` as a bundle; the order they are listed in makes no difference."""
    text = json.dumps(files, sort_keys=True, separators=(",", ":")).encode("ascii")
    return Bundle(b"%d\n%s" % (len(text), text), hashlib.sha256(text).hexdigest())
