"""One lesson file: read, then verified by running."""

from __future__ import annotations

from pathlib import Path

from studytui.cli.checking.report import Complaint, relative
from studytui.course.loading import load_with_positions
from studytui.course.neighbours import Neighbours
from studytui.course.problems import InvalidLessonError
from studytui.errors import LessonError
from studytui.runner.runner import Runner
from studytui.study.verify import verify_lesson


async def check_file(runner: Runner, file: Path, around: Neighbours | None = None) -> tuple[Complaint, ...]:
    """Everything about the file that does not hold; empty when all does. `around`: the course it is in."""
    name = relative(file)
    try:
        loaded = load_with_positions(file)
    except InvalidLessonError as error:
        return tuple(Complaint(name, at.line, "", words) for at, words in error.problems)
    except LessonError as error:
        return (Complaint(name, 1, "", str(error)),)
    findings = await verify_lesson(runner, loaded, around=around)
    return tuple(Complaint(name, found.line, found.step_id, found.message) for found in findings)
