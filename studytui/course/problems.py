"""What is wrong with a lesson file, and where."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import NamedTuple

from studytui.course.positions import Position
from studytui.errors import LessonError


class Problem(NamedTuple):
    """One thing to put right; the message is one line: what, expected, found."""

    position: Position
    message: str


class ReadingError(Exception):
    """Reading stops here; turned into an `InvalidLessonError` by whoever knows the file's name."""

    def __init__(self, position: Position, message: str) -> None:
        self.problem = Problem(position, message)
        super().__init__(message)


class InvalidLessonError(LessonError):
    """A lesson file with all its problems: `str(error)` is the first one as `file:line:col: words`."""

    def __init__(self, file: str | PathLike[str], problems: Sequence[Problem]) -> None:
        self.file = str(file)
        self.problems = tuple(sorted(problems))
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(self.lines()[0] + more)

    def lines(self) -> tuple[str, ...]:
        """One line per problem, in the order of the file."""
        return tuple(f"{self.file}:{at.line}:{at.column}: {words}" for at, words in self.problems)
