"""A folder of exported files. Nothing in it is ever overwritten: a name that is taken gets a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from studytui import folders
from studytui.errors import StorageError
from studytui.plot.export import Told, markdown, png, svg
from studytui.study.exports.sheet import Sheet
from studytui.study.snippets.snippets import worded

LONGEST = 60
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")


class ExportFolder:
    """Saves plots and runs. All methods raise StorageError in words."""

    def __init__(self, path: Path | None = None) -> None:
        """`path`: None for the usual place, beside the learner's snippets."""
        self.path = folders.data_dir() / "exports" if path is None else path

    def save_plot(self, sheet: Sheet) -> tuple[Path, ...]:
        """The plot as SVG and PNG, its data as CSV; the files, which share their name.

        The PNG is left out when it could not be drawn.
        """
        drawn = svg(sheet.chart)
        contents = {"svg": drawn.encode(), "png": png(drawn), "csv": sheet.table.encode("utf-8", "replace")}
        return self._write(
            sheet.name, {ending: some for ending, some in contents.items() if some is not None}
        )

    def save_run(self, told: Told) -> Path:
        """The code with its output and pictures as Markdown."""
        return self._write(told.title, {"md": markdown(told).encode("utf-8", "replace")})[0]

    def _write(self, name: str, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
        with worded(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            for stem in _stems(file_name(name)):
                files = [self.path / f"{stem}.{ending}" for ending in contents]
                if any(file.exists() for file in files):
                    continue
                for file, content in zip(files, contents.values(), strict=True):
                    with file.open("xb") as stream:  # x: a file that came in between is an error, not lost
                        stream.write(content)
                return tuple(files)
        raise StorageError(f"{self.path}: no name is left for {name}")


def saved(files: Sequence[Path]) -> str:
    """What was saved and where, in words: `Saved loss.svg, .png, .csv in /home/ada/…`."""
    endings = "".join(f", {file.suffix}" for file in files[1:])
    missing = "" if len(files) != 2 else " (the PNG could not be drawn)"
    return f"Saved {files[0].name}{endings}{missing} in {files[0].parent}"


def file_name(name: str) -> str:
    """The name as part of a file name on any system."""
    plain = unicodedata.normalize("NFC", name)
    kept = "".join(char if char.isalnum() or char in "-_" else "-" for char in plain)
    short = re.sub("-{2,}", "-", kept).strip("-")
    while len(short.encode()) > LONGEST:
        short = short[:-1]
    return f"{short}-" if RESERVED.fullmatch(short) else short or "plot"


def _stems(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in range(2, 10_000))
