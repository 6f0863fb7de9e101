"""What a rule yields."""

from __future__ import annotations

from typing import NamedTuple

from studytui.course.positions import Path


class Complaint(NamedTuple):
    """A value that breaks a rule."""

    path: Path
    words: str
    line: int = 0
    """Line within the text at `path`, from 1; 0: the value as a whole."""
    column: int = 1
