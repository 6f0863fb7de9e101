"""Over months, due counts and retention are what FSRS says they will be."""

from __future__ import annotations

import pytest

from studytui.course.library import Library
from studytui.folders import bundled_lessons
from tests.study.simulated import simulate


def test_due_counts_and_retention_come_as_forecast() -> None:
    found = simulate(180, Library.open(bundled_lessons()).lessons)
    assert found.cards > 400
    assert found.retention.reviewed > 1500
    assert found.retention_error == pytest.approx(0.0, abs=3.0)
    # Of one learner: chance alone moves the sum of due cards by a tenth. `simulated` has the many.
    assert found.weekly_error < 3.0
    assert sum(found.came) == pytest.approx(sum(found.predicted), rel=0.3)
