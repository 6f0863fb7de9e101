"""What the doctor finds, as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Verdict = Literal["ok", "note", "missing"]


class Finding(Struct, frozen=True):
    """One thing looked at."""

    name: str
    value: str
    verdict: Verdict = "ok"
    """"note": works, and good to know; "missing": does not work."""
    advice: str = ""
    """What to do about it."""


class Section(Struct, frozen=True):
    """Findings about one subject."""

    title: str
    findings: tuple[Finding, ...]


def worst(sections: Iterable[Section]) -> Verdict:
    """The most serious verdict among all findings."""
    verdicts = {found.verdict for section in sections for found in section.findings}
    return "missing" if "missing" in verdicts else "note" if "note" in verdicts else "ok"
