"""The list of detached runs for people: a line a run, within 80 columns, and what needs saying below."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime

from studytui.runner.clean import label
from studytui.runner.detached.state import LOST, Seen

HEAD = ("", "file", "state", "started", "took", "last")
NAME, STATE, LAST = 20, 9, 26


def words(runs: Sequence[Seen]) -> str:
    """All of it as text."""
    rows = [HEAD, *map(_row, runs)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([*lines, *_below(runs)])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [f"{row[0]:>{widths[0]}}", *map(str.ljust, row[1:], widths[1:])]
    return "  ".join(cells).rstrip()


def _row(one: Seen) -> tuple[str, ...]:
    name = label(os.path.basename(one.file), NAME)
    return (one.id, name, one.state, _moment(one.started), took(one.seconds), _last(one))


def took(seconds: float) -> str:
    """A length of time in at most seven letters: 0.4 s, 12 s, 3:07, 26:00:12."""
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _moment(when: datetime) -> str:
    here = when.astimezone()
    today = here.date() == datetime.now().astimezone().date()
    return f"{here:%H:%M}" if today else f"{here:%d %b}"


def _last(one: Seen) -> str:
    return label(reached(one.curve, one.last, one.steps), LAST)


def reached(curve: str, last: float | str | None, steps: int) -> str:
    """Where a curve is: "loss 0.0123 at step 500"; "" while there is none."""
    if not curve or last is None:
        return ""
    return f"{curve} {last if isinstance(last, str) else f'{last:.4g}'} at step {steps}"


def _below(runs: Sequence[Seen]) -> list[str]:
    """What a word in the table cannot say: whoever is lost, waits or runs elsewhere."""
    lines = [f"run {one.id} is on {one.host}" for one in runs if one.host]
    lines += [
        f"run {one.id}: {one.message}" for one in runs if one.state in (LOST, "starting") and one.message
    ]
    return ["", *lines] if lines else []
