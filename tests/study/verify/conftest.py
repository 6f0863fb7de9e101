"""Lessons verified by the real runner."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from studytui.course.loading import read_lesson
from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner
from studytui.study.verify import Finding, verify_lesson

HEAD = "id: a\ntitle: T\npart: P\nminutes: 9\nobjectives: [x]\nsteps:\n"

Verify = Callable[[str], Awaitable[list[Finding]]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def runner():
    """One warm runner for a file of tests."""
    runner = Runner(RunnerOptions())
    yield runner
    await runner.close()


@pytest.fixture
def verify(runner) -> Verify:
    """verify(yaml): what is found in a lesson with these steps; they begin in line 7."""

    async def found(steps: str) -> list[Finding]:
        return list(await verify_lesson(runner, read_lesson(HEAD + steps, Path("a.yaml"))))

    return found
