"""What was run: code, output and curves of the last runs of every snippet, one small JSON file each."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from studytui import folders
from studytui.study.snippets.snippets import worded, write_through

MOST = 40
"""Runs kept of one snippet; older ones are deleted."""
MOST_TEXT = 20_000
"""Characters kept of a run's output: its end."""
MOST_POINTS = 600
"""Points kept of a curve, evenly chosen; first and last among them."""


class KeptCurve(Struct, frozen=True):
    """A recorded series, thinned."""

    steps: tuple[int, ...] = ()
    values: tuple[float | str, ...] = ()


class KeptRun(Struct, frozen=True):
    """One run."""

    at: datetime
    code: str
    output: str = ""
    status: str = ""
    """How it ended, in a word: ok, error, timeout, memory, killed, crashed."""
    seconds: float = 0.0
    curves: dict[str, KeptCurve] = {}


class RunHistory:
    """The kept runs of one snippet. Methods raise StorageError in words."""

    def __init__(self, snippet: str, folder: Path | None = None) -> None:
        """`snippet` is its name or the path of its file."""
        top = folders.data_dir() / "runs" if folder is None else folder
        self.folder = top / hashlib.sha256(snippet.encode()).hexdigest()[:20]

    def keep(self, run: KeptRun) -> Path:
        """Write one run, and delete the oldest beyond the bound."""
        file = self.folder / f"{run.at.astimezone(UTC):%Y%m%dT%H%M%S%f}.json"
        unfinished = file.with_suffix(f".{os.getpid()}.tmp")
        with worded(file):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                write_through(unfinished, msgspec.json.encode(run).decode())
                os.replace(unfinished, file)
            finally:
                unfinished.unlink(missing_ok=True)
            for old in self._files()[MOST:]:
                old.unlink(missing_ok=True)
        return file

    def runs(self) -> tuple[KeptRun, ...]:
        """All kept runs, the newest first; a file that is no run is left out."""
        with worded(self.folder):
            found = [_read(file) for file in self._files()]
        return tuple(run for run in found if run is not None)

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.json"), reverse=True)


def bounded(steps: list[int], values: list[float | str]) -> KeptCurve:
    """A curve of at most `MOST_POINTS` points."""
    count = len(steps)
    if count <= MOST_POINTS:
        return KeptCurve(tuple(steps), tuple(values))
    chosen = [round(place * (count - 1) / (MOST_POINTS - 1)) for place in range(MOST_POINTS)]
    return KeptCurve(tuple(steps[i] for i in chosen), tuple(values[i] for i in chosen))


def _read(file: Path) -> KeptRun | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=KeptRun)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # of another version, or not ours: it stays on disk
