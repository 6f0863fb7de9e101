"""What grading says."""

from __future__ import annotations

from msgspec import Struct

from studytui.errors import StudytuiError


class GradingError(StudytuiError):
    """The answer could not be judged, through no fault of the learner's: the lesson's own code failed."""


class CheckResult(Struct, frozen=True):
    """One check of code that was run."""

    what: str
    """What was checked, in words, or the expression."""
    right: bool
    reason: str = ""
    """What is different; empty when nothing is."""


class Verdict(Struct, frozen=True):
    """Right or not, and why."""

    right: bool
    message: str
    """One line for the learner."""
    details: tuple[str, ...] = ()
    """More lines: what was missed, which check failed and how."""
    right_answer: str = ""
    """The right answer as text or code, for when the learner gives up or has passed."""
    checks: tuple[CheckResult, ...] = ()
    """For code: every check with its reason."""
    seconds: float = 0.0
    """Wall time of the learner's run; 0 when nothing was run."""
