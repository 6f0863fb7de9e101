"""`studytui check --record`: write down which lessons held, beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from studytui.course.verified import Record, content_of, load_records, public, records_file, save_records
from studytui.runner.status import Ready
from studytui.tui.runner_words import device

Checked = tuple[Path, str, bool]
"""A lesson file, its content before it was run, and whether all of it held."""


def record(checked: Iterable[Checked], ready: Ready, wanted: str) -> tuple[Path, ...]:
    """Write the records and return their files; what did not hold loses its record.

    `wanted`: the device asked for, "auto" or by name. Raises LessonError.
    """
    by_file: dict[Path, list[Checked]] = {}
    for one in checked:
        by_file.setdefault(records_file(one[0]), []).append(one)
    for file, lessons in by_file.items():
        known = load_records(file)
        for lesson, content, held in lessons:
            known.pop(lesson.stem, None)
            if held:
                known[lesson.stem] = _record(content, ready, wanted)
        save_records(file, {name: each for name, each in known.items() if _still_there(file, name)})
    return tuple(by_file)


def contents(files: Iterable[Path]) -> dict[Path, str]:
    """What is in the files now, before they are run. Files that cannot be read are left out."""
    return {file: content_of(file) for file in files if file.is_file()}


def _record(content: str, ready: Ready, wanted: str) -> Record:
    where = device(ready) if wanted == "auto" else wanted
    today = datetime.now(UTC).date().isoformat()
    return Record(content=content, torch=public(ready.torch), device=where, on=today)


def _still_there(file: Path, lesson: str) -> bool:
    return any(file.parent.glob(f"*/{lesson}.y*ml"))
