"""`studytui export FILE`: progress as JSON, or cards for Anki. Nothing leaves this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from studytui.cli import parsing
from studytui.errors import Exit, UsageError
from studytui.study.store import Store


def main(words: Sequence[str]) -> int:
    """Export; returns the exit code."""
    args = parsing.parse(parser(), words)
    if args.file != "-" and Path(args.file).exists() and not args.force:
        raise UsageError(f"{args.file} exists; name another file, or add --force to replace it")
    store = Store.open()
    try:
        if store.notice:
            print(f"studytui: {store.notice}", file=sys.stderr)
        text = _anki(store, args.lessons, everything=args.all) if args.anki else _json(store)
    finally:
        store.close()
    _write(args.file, text)
    return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("export", "Write your progress to a file, as JSON, or your cards for Anki.")
    found.add_argument("file", metavar="FILE", help="the file to write; - for standard output")
    found.add_argument(
        "--anki", action="store_true", help="cards as text for Anki's File › Import, which updates them later"
    )
    found.add_argument("--all", action="store_true", help="with --anki: also cards you were never asked")
    found.add_argument("--force", action="store_true", help="replace the file when it exists")
    parsing.add_lessons_option(found)
    return found


def _json(store: Store) -> bytes:
    from studytui.study.transfer.dump import dump, to_json

    return to_json(dump(store))


def _anki(store: Store, lessons: Path, *, everything: bool) -> bytes:
    from studytui.course.library import Library
    from studytui.study.decks.known import look
    from studytui.study.schedule.deck import TAUGHT
    from studytui.study.transfer.anki import anki_text

    known = look(Library.open(lessons).lessons, store)
    chosen = [
        source
        for source in known.active
        if source.card in known.cards or (everything and source.origin in TAUGHT)
    ]
    if not chosen:
        raise UsageError("there is no card yet; answer some questions, or add --all for the whole course")
    return anki_text(chosen).encode()


def _write(name: str, text: bytes) -> None:
    """A file is whole or not there: written beside, then moved."""
    if name == "-":
        sys.stdout.buffer.write(text)
        return
    file = Path(name)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(text)
        os.replace(unfinished, file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UsageError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    print(f"Written to {file}.", file=sys.stderr)
