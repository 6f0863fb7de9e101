"""Files of notes, read and checked one after the other."""

from __future__ import annotations

import argparse
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from studytui.cli import parsing
from studytui.cli.running.warming import WarmingLine
from studytui.course.found import LEDGER_FILE
from studytui.course.ledger import Ledger, load_ledger
from studytui.errors import UsageError
from studytui.folders import bundled_lessons
from studytui.notes.checkup.block import Block
from studytui.notes.checkup.checkup import check_blocks
from studytui.notes.checkup.known import Known, known_claims
from studytui.notes.document import Document
from studytui.notes.read import read_notes
from studytui.runner.runner import Runner


class Checked(Struct, frozen=True):
    """One file of notes and what was found out about it."""

    file: Path
    document: Document
    blocks: tuple[Block, ...]
    known: tuple[Known, ...]


def add_notes(into: argparse.ArgumentParser) -> None:
    """The argument that names the notes."""
    into.add_argument(
        "notes",
        nargs="+",
        type=Path,
        metavar="NOTES",
        help="Markdown, Obsidian, ChatGPT transcript, .ipynb or sphinx-gallery .py",
    )


Documents = dict[Path, Document]


def read_all(args: argparse.Namespace) -> Documents:
    """Every file named, in order. Raises NotesError, UsageError."""
    return {file: read_notes(file) for file in _files(args.notes)}


async def checked(args: argparse.Namespace, documents: Documents) -> AsyncIterator[Checked]:
    """Run the blocks of each. Raises RunnerUnavailable."""
    ledger = _ledger()
    runner = Runner(parsing.runner_options(args))
    runner.on_status = WarmingLine(sys.stderr).hear
    try:
        await runner.start()
        for file, document in documents.items():
            blocks = [block async for block in _watched(runner, file, document, sys.stderr)]
            yield Checked(file, document, tuple(blocks), known_claims(document, ledger))
    finally:
        await runner.close()


def _files(paths: Sequence[Path]) -> tuple[Path, ...]:
    if folder := next((path for path in paths if path.is_dir()), None):
        raise UsageError(f"{folder}: a folder; name the files of notes, for instance {folder}/*.md")
    return tuple(dict.fromkeys(paths))


def _ledger() -> Ledger:
    file = bundled_lessons() / LEDGER_FILE
    return load_ledger(file) if file.exists() else ()


async def _watched(runner: Runner, file: Path, document: Document, progress: TextIO) -> AsyncIterator[Block]:
    """The blocks, with one line in place that says how far it is; nothing where there is no terminal."""
    total = sum(code.python for code in document.code)
    done = 0
    try:
        async for block in check_blocks(runner, document):
            done += 1
            _show(progress, f"{file.name}: block {done} of {total}")
            yield block
    finally:
        _show(progress, "")


def _show(progress: TextIO, words: str) -> None:
    if progress.isatty():
        progress.write(f"\r\x1b[K{words}")
        progress.flush()
