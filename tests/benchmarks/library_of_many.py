"""The start with a thousand lessons in the library, beside the start with the course as it is."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from studytui.course.found import lesson_files
from studytui.folders import bundled_lessons
from tests.benchmarks.pseudo_terminal import milliseconds_until
from tests.benchmarks.row import Row, interleaved

LESSONS = 1000


def rows(rounds: int = 5) -> list[Row]:
    """Both with their lessons read before, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (Path(folder) / name for name in ("few", "many"))
        _filled(few, 0)
        _filled(many, LESSONS)
        measures = [
            lambda: _start(many, Path(folder) / "home-many"),
            lambda: _start(few, Path(folder) / "home-few"),
        ]
        interleaved(1, measures)
        ours, alternative = interleaved(rounds, measures)
    return [Row("start with 1,000 lessons", ours, "52 lessons", alternative, "ms", 1.1)]


def _filled(folder: Path, count: int) -> None:
    """The course, and copies of its lessons under other ids until there are `count`."""
    files = lesson_files(bundled_lessons())
    for number in range(max(count, len(files))):
        file, turn = files[number % len(files)], number // len(files)
        text, name = file.read_text(encoding="utf-8"), file.stem if not turn else f"{file.stem}-{turn}"
        part = folder / file.parent.name
        part.mkdir(parents=True, exist_ok=True)
        copy = text.replace(f"\nid: {file.stem}\n", f"\nid: {name}\n", 1)
        if copy.startswith(f"id: {file.stem}\n"):
            copy = copy.replace(f"id: {file.stem}\n", f"id: {name}\n", 1)
        own_number = re.sub(r"(?m)^number: \d+$", f"number: {number + 1}", copy, count=1)
        (part / f"{name}.yaml").write_text(own_number, encoding="utf-8")


def _start(lessons: Path, home: Path) -> float:
    command = [sys.executable, "-m", "studytui", "--lessons", str(lessons), "--trust"]
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{lessons.parent}/compiled"}
    return milliseconds_until(command, "Start here", compiled | {"STUDYTUI_HOME": str(home)})
