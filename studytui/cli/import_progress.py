"""`studytui import FILE`, without -o: take in what another studytui exported."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from studytui.cli import parsing
from studytui.errors import Exit, StorageError, UsageError
from studytui.study.store import Store

NOTES = "to turn notes into lessons, add -o DIR"
LARGEST = 256 << 20
"""Bytes that are read."""


def main(words: Sequence[str]) -> int:
    """Import; returns the exit code."""
    found = parsing.parser(
        "import", "Add the progress that `studytui export` wrote; nothing is doubled or lost."
    )
    found.add_argument("files", nargs="+", metavar="FILE", help="the file to read; - for standard input")
    args = parsing.parse(found, words)
    if len(args.files) > 1:
        raise UsageError(f"one exported file at a time; {NOTES}")
    file = args.files[0]
    from studytui.study.transfer.document import read_document
    from studytui.study.transfer.merge import merge

    try:
        document = read_document(_read(file), "standard input" if file == "-" else file)
    except UsageError as error:
        raise UsageError(f"{error}; {NOTES}") from error
    store = Store.open()
    try:
        if not store.saves:
            raise StorageError(f"nothing was imported. {store.notice}")
        new = merge(store, document)
    finally:
        store.close()
    print(
        f"Imported: {new.steps} steps done, {new.answers} answers, {new.reviews} reviews, "
        f"{new.cards} cards new or newer."
    )
    return Exit.OK


def _read(name: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST)
        with Path(name).open("rb") as opened:
            return opened.read(LARGEST)
    except OSError as error:
        raise UsageError(f"{name}: {(error.strerror or str(error)).lower()}") from error
