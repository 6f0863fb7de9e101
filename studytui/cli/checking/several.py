"""Several lessons checked at once, reported in the order of their files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TextIO

from studytui.cli.checking.one import check_file
from studytui.cli.checking.report import Complaint
from studytui.course.neighbours import Neighbours, neighbours
from studytui.errors import LessonError
from studytui.runner.runner import Runner

BAR = 20
"""Cells of the progress bar."""


async def check_all(
    runner: Runner, files: Sequence[Path], jobs: int, progress: TextIO
) -> AsyncIterator[tuple[Path, tuple[Complaint, ...]]]:
    """Each file with the complaints about it, in order, `jobs` files at a time. Raises RunnerUnavailable."""
    await runner.start()
    gate = asyncio.Semaphore(jobs)
    around = {folder: _around(folder) for folder in {_folder(file) for file in files}}
    done = 0

    async def one(file: Path) -> tuple[Complaint, ...]:
        nonlocal done
        async with gate:
            _show(progress, f"{bar(done, len(files))} {done} of {len(files)}: {file.name}")
            found = await check_file(runner, file, around[_folder(file)])
            done += 1
            return found

    tasks = [asyncio.create_task(one(file)) for file in files]
    try:
        for file, task in zip(files, tasks, strict=True):
            complaints = await task
            if complaints:
                _show(progress, "")
            yield file, complaints
        _show(progress, "")
    finally:
        for task in tasks:
            task.cancel()


def _folder(lesson: Path) -> Path:
    return lesson.resolve().parent.parent


def _around(folder: Path) -> Neighbours | None:
    """The course in a folder; None for a file that stands by itself."""
    try:
        return neighbours(folder)
    except LessonError:
        return None  # what is wrong with the lessons is told where they are read


def bar(done: int, total: int) -> str:
    """`▰▰▰▱▱`."""
    full = BAR * done // total if total else 0
    return "▰" * full + "▱" * (BAR - full)


def _show(progress: TextIO, words: str) -> None:
    """One line in place; nothing where there is no terminal."""
    if progress.isatty():
        progress.write(f"\r\x1b[K{words}")
        progress.flush()
