"""`studytui check` of lessons beside running each of its snippets with a cold `python file.py`, in turn."""

from __future__ import annotations

import asyncio
import io
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from studytui.cli.checking.several import check_all
from studytui.course.found import lesson_files
from studytui.folders import bundled_lessons
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.run import Run
from studytui.runner.runner import Runner
from tests.benchmarks.row import Row

EVERY = 26
"""Each 26th lesson of the course: two, from two parts."""
COLD = 6
"""So many of the runs are timed cold as well; the others are taken to be like them."""
JOBS = 2


class Remembering(Runner):
    """A runner that keeps what it was asked to run."""

    def __init__(self, options: RunnerOptions) -> None:
        super().__init__(options)
        self.requests: list[RunRequest] = []

    def run(self, request: RunRequest, *, raw: bool = False) -> Run:
        """Run it, and remember it."""
        self.requests.append(request)
        return super().run(request, raw=raw)


async def checked(files: tuple[Path, ...]) -> tuple[float, list[RunRequest]]:
    """Seconds for the files, the start of the warm process included, and everything that was run."""
    begin = time.perf_counter()
    runner = Remembering(RunnerOptions(spares=JOBS))
    try:
        async for file, complaints in check_all(runner, files, JOBS, io.StringIO()):
            assert not complaints, (file, complaints)
    finally:
        await runner.close()
    return time.perf_counter() - begin, runner.requests


def cold(request: RunRequest, folder: Path) -> float:
    """Seconds of `python file.py` with the same code."""
    file = folder / "snippet.py"
    code = (
        f"{request.setup}\n{request.code}" if request.derivative is None else f"import torch\n{request.code}"
    )
    file.write_text(code, encoding="utf-8")
    begin = time.perf_counter()
    subprocess.run([sys.executable, file.name], cwd=folder, capture_output=True, check=False)
    return time.perf_counter() - begin


def rows() -> list[Row]:
    """Check, then time some of the same runs cold."""
    ours, requests = asyncio.run(checked(lesson_files(bundled_lessons())[::EVERY]))
    step = max(1, len(requests) // COLD)
    with tempfile.TemporaryDirectory() as folder:
        taken = [cold(request, Path(folder)) for request in requests[::step]]
    alternative = statistics.mean(taken) * len(requests)
    return [Row("check, 2 lessons", ours, f"{len(requests)} runs cold", alternative, "s", 10, faster=True)]
