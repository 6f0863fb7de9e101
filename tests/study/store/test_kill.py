"""Whatever was acknowledged survives kill -9, with two writers on one file. The long run: `kills`."""

from __future__ import annotations

from pathlib import Path

from tests.study.store import kills


def test_nothing_acknowledged_is_lost(path: Path) -> None:
    tally = kills.run(path, 12)
    assert (tally.kills, tally.missing, tally.damaged) == (12, 0, 0)
    assert tally.answers
