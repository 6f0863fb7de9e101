"""Several lessons checked at once, reported in the order of their files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TextIO

from studytui.cli.checking.one import check_file
from studytui.cli.checking.report import Complaint
from studytui.runner.runner import Runner


async def check_all(
    runner: Runner, files: Sequence[Path], jobs: int, progress: TextIO
) -> AsyncIterator[tuple[Complaint, ...]]:
    """The complaints about each file, in order, `jobs` files at a time. Raises RunnerUnavailable."""
    await runner.start()
    gate = asyncio.Semaphore(jobs)

    async def one(file: Path) -> tuple[Complaint, ...]:
        async with gate:
            return await check_file(runner, file)

    tasks = [asyncio.create_task(one(file)) for file in files]
    try:
        for number, (file, task) in enumerate(zip(files, tasks, strict=True), 1):
            _show(progress, f"checking {number} of {len(files)}: {file.name}")
            complaints = await task
            _show(progress, "")
            yield complaints
    finally:
        for task in tasks:
            task.cancel()


def _show(progress: TextIO, words: str) -> None:
    """One line in place; nothing where there is no terminal."""
    if progress.isatty():
        progress.write(f"\r\x1b[K{words}")
        progress.flush()
