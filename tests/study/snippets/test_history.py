"""The runs of the past: kept whole, bounded, never in the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import StorageError
from studytui.study.snippets.history import MOST, MOST_POINTS, KeptCurve, KeptRun, RunHistory, bounded

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_run_is_read_as_it_was_kept(tmp_path) -> None:
    run = KeptRun(NOW, "x = 1\n", "1\n", "ok", 0.5, {"loss": KeptCurve((0, 1), (1.0, "nan"))})
    RunHistory("scratch", tmp_path).keep(run)
    assert RunHistory("scratch", tmp_path).runs() == (run,)
    assert RunHistory("other", tmp_path).runs() == ()


def test_the_oldest_runs_go(tmp_path) -> None:
    history = RunHistory("/some/where/file.py", tmp_path)
    for number in range(MOST + 3):
        history.keep(KeptRun(NOW + timedelta(seconds=number), str(number)))
    runs = history.runs()
    assert len(runs) == MOST
    assert [run.code for run in runs][:2] == [str(MOST + 2), str(MOST + 1)]


def test_what_is_no_run_is_left_out_and_left_alone(tmp_path) -> None:
    history = RunHistory("scratch", tmp_path)
    strange = history.keep(KeptRun(NOW, "x")).with_name("20990101.json")
    strange.write_text("{")
    assert [run.code for run in history.runs()] == ["x"]
    assert strange.exists()


def test_a_disk_that_refuses_is_said_in_words(tmp_path) -> None:
    (tmp_path / "runs").write_text("a file, no folder")
    with pytest.raises(StorageError):
        RunHistory("scratch", tmp_path / "runs").keep(KeptRun(NOW, "x"))


@given(st.integers(0, 5000))
def test_a_long_curve_keeps_its_ends(count: int) -> None:
    curve = bounded(list(range(count)), [float(step) for step in range(count)])
    assert len(curve.steps) == len(curve.values) == min(count, MOST_POINTS)
    assert list(curve.steps) == sorted(set(curve.steps))
    assert not count or (curve.steps[0], curve.steps[-1]) == (0, count - 1)
