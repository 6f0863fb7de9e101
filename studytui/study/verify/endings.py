"""How a run ended, in words."""

from __future__ import annotations

from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.runner.outcome import Outcome


def ending(outcome: Outcome) -> str:
    """`ValueError in line 3: …`, or how else it ended; empty when it ended well."""
    if outcome.ok:
        return ""
    if outcome.failed is None:
        return outcome.finished.message or f"status {outcome.finished.status}"
    failed = outcome.failed
    where = f" in line {failed.line}" if failed.line else ""
    return f"{failed.error}{where}: {shortened(failed.message)}"


def ends_well(outcome: Outcome, path: Path, what: str = "the code") -> list[Complaint]:
    """A complaint when it did not; it points at the line that failed."""
    if outcome.ok:
        return []
    line = (outcome.failed.line or 0) if outcome.failed else 0
    return [Complaint(path, f"{what} should end well, and ended with {ending(outcome)}", line)]


def proof_ends_well(outcome: Outcome, path: Path, before: str) -> list[Complaint]:
    """The same for code with a proof after it, run as one; `path` leads to the question."""
    if outcome.ok:
        return []
    line = ((outcome.failed.line or 0) if outcome.failed else 0) - len(before.splitlines())
    words = f"the code with its proof should end well, and ended with {ending(outcome)}"
    return [Complaint((*path, "proof"), words, max(line, 0))]


def shortened(text: str, length: int = 120) -> str:
    """One line of at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
