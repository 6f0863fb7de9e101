"""What does not hold in a lesson, and where."""

from __future__ import annotations

from msgspec import Struct

from studytui.course.loading import LoadedLesson
from studytui.course.rules.complaint import Complaint


class Finding(Struct, frozen=True, order=True):
    """One thing that does not hold; `str` gives it as `file:line:col: step: words`."""

    file: str
    line: int
    column: int
    step_id: str
    """`step`, or `step/question`."""
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.step_id}: {self.message}"


def located(complaint: Complaint, step_id: str, loaded: LoadedLesson) -> Finding:
    """A complaint with its place in the file."""
    where = loaded.positions
    at = where.line(complaint.path, complaint.line) if complaint.line else where.where(complaint.path)
    return Finding(str(loaded.file), at.line, at.column, step_id, " ".join(complaint.words.split()))
