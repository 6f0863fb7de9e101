"""A lesson file to a `Lesson`, or the reason why not as `file:line:col: words`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath

from studytui.course.converting.convert import to_lesson
from studytui.course.model import Lesson
from studytui.course.positions import Path, Position, Positions
from studytui.course.problems import InvalidLessonError, Problem, ReadingError
from studytui.course.reading.source import read_source
from studytui.course.reading.tree import read_tree
from studytui.course.rules.all_rules import complaints
from studytui.course.rules.complaint import Complaint


@dataclass(frozen=True)
class LoadedLesson:
    """A lesson, the file it came from and where everything stands in it."""

    lesson: Lesson
    file: FilePath
    positions: Positions

    def where(self, path: Path = ()) -> Position:
        """Line and column of the value at `path`, like `("steps", 2, "code")`."""
        return self.positions.where(path)


def load_lesson(file: FilePath) -> Lesson:
    """Read, validate and check a lesson file without running anything. Raises LessonError."""
    return load_with_positions(file).lesson


def load_with_positions(file: FilePath) -> LoadedLesson:
    """Like `load_lesson`, keeping positions for whoever has findings to report."""
    try:
        return read_lesson(read_source(file), file)
    except ReadingError as error:
        raise InvalidLessonError(file, [error.problem]) from error


def read_lesson(text: str, file: FilePath) -> LoadedLesson:
    """The lesson in a text that stands, or will stand, in `file`. Raises LessonError."""
    try:
        tree = read_tree(text)
        lesson = to_lesson(tree)
    except ReadingError as error:
        raise InvalidLessonError(file, [error.problem]) from error
    problems = [_problem(complaint, tree.positions) for complaint in complaints(lesson)]
    problems += _name_problems(lesson, file, tree.positions)
    if problems:
        raise InvalidLessonError(file, problems)
    return LoadedLesson(lesson, file, tree.positions)


def _problem(complaint: Complaint, positions: Positions) -> Problem:
    if complaint.line:
        return Problem(positions.line(complaint.path, complaint.line, complaint.column), complaint.words)
    return Problem(positions.where(complaint.path), complaint.words)


def _name_problems(lesson: Lesson, file: FilePath, positions: Positions) -> list[Problem]:
    if lesson.id == file.stem:
        return []
    words = f"the id is not the file's name: expected `{file.stem}`, found `{lesson.id}`"
    return [Problem(positions.where(("id",)), words)]
