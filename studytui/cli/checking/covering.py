"""`studytui check --coverage`: what of the ledger no lesson covers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from studytui.cli.checking.report import Complaint, print_json, print_words, relative
from studytui.course.coverage import Coverage, UnknownSource, coverage
from studytui.course.found import LEDGER_FILE
from studytui.course.ledger import Entry, load_ledger
from studytui.course.library import Library
from studytui.errors import Exit, UsageError
from studytui.folders import bundled_lessons


def check_coverage(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print it; 0 when nothing is missing, 2 when something is. Raises LessonError, UsageError."""
    folder = _folder(paths)
    ledger = load_ledger(folder / LEDGER_FILE)
    library = Library.open(folder)
    for error in library.broken:
        print(f"studytui: {error}", file=sys.stderr)
    found = coverage(library, ledger)
    complaints = tuple(_complaints(found.unknown, library))
    if as_json:
        _print_json(found, complaints, len(ledger))
    else:
        _print_words(found, complaints, len(ledger))
    return Exit.OK if found.complete else Exit.USAGE


def _folder(paths: Sequence[Path]) -> Path:
    if not paths:
        return bundled_lessons()
    if len(paths) > 1 or not paths[0].is_dir():
        raise UsageError("--coverage looks at a whole course: name its folder, or nothing")
    return paths[0]


def _complaints(unknown: Sequence[UnknownSource], library: Library) -> Iterator[Complaint]:
    """Each unknown source with the line of the lesson that names it."""
    for each in unknown:
        loaded = library.load(each.lesson)
        line = loaded.where(("sources", each.place)).line
        yield Complaint(relative(loaded.file), line, "", f"source `{each.source}` is not in the ledger")


def _print_words(found: Coverage, complaints: Sequence[Complaint], entries: int) -> None:
    for entry in found.uncovered:
        print(f"{entry.id}  {entry.statement}")
    print_words(complaints, sys.stdout)
    print(_summary(found, entries), file=sys.stderr)


def _print_json(found: Coverage, complaints: Sequence[Complaint], entries: int) -> None:
    for entry in found.uncovered:
        print(json.dumps(_item(entry), ensure_ascii=False))
    print_json(complaints, sys.stdout)
    counts = {"entries": entries, "uncovered": len(found.uncovered), "unknown": len(found.unknown)}
    print(json.dumps({"type": "summary", **counts}))


def _item(entry: Entry) -> dict[str, str]:
    more = {"kind": entry.kind, "lesson": entry.lesson, "statement": entry.statement}
    return {"type": "uncovered", "id": entry.id, **more}


def _summary(found: Coverage, entries: int) -> str:
    if found.complete:
        return f"{entries} entries in the ledger, all covered."
    words = f"{entries} entries in the ledger, {len(found.uncovered)} not covered"
    return f"{words}; sources nobody knows: {len(found.unknown)}." if found.unknown else f"{words}."
