"""Nothing unexecuted: every lesson loads, and everything it says holds when it is run."""

from pathlib import Path

import pytest
import pytest_asyncio

from studytui.course.library import Library
from studytui.course.loading import load_with_positions
from studytui.folders import bundled_lessons
from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner
from studytui.study.verify import verify_lesson

FILES = sorted(bundled_lessons().glob("*/*.yaml"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def runner():
    """One warm runner for all lessons."""
    runner = Runner(RunnerOptions())
    await runner.start()
    yield runner
    await runner.close()


def test_the_lessons_make_a_course():
    library = Library.open(bundled_lessons())
    assert [str(error) for error in library.broken] == []
    assert len(library.lessons) == len(FILES)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_all_it_says_holds(runner: Runner, file: Path):
    findings = await verify_lesson(runner, load_with_positions(file))
    assert [str(finding) for finding in findings] == []
