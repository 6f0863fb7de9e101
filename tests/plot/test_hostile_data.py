"""Whatever is drawn: no abort, no exception, no byte on stderr, and exactly the cells asked for.

plotext's native part aborts on numbers it does not expect, so the drawing happens in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

HERE = Path(__file__).parent
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

NUMBERS = st.one_of(
    st.floats(),
    st.sampled_from([0.0, 1.0, -1.0, 1e308, -1e308, 5e-324, 1e-310, 1e30, 1e-30, float("nan"), float("inf")]),
    st.sampled_from(["nan", "inf", "-inf"]),
)
STRANGE = ["", "loss", "損失", "é", "e\u0301", "a\tb\n", "\x1b[31m", "\U0001f469\u200d\U0001f4bb", "\ufe0f"]
TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(STRANGE))
SIZES = st.tuples(st.integers(1, 120), st.integers(1, 40))
MAYBE = st.one_of(st.none(), st.floats(allow_nan=False))


class Worker:
    """Runs `drawing_worker.py`, again when it has died."""

    def __init__(self, errors: IO[str]) -> None:
        self.errors = errors
        self._process: subprocess.Popen[str] | None = None

    def draws(self, case: dict[str, Any], width: int, height: int) -> None:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        print(json.dumps({**case, "width": width, "height": height}), file=process.stdin, flush=True)
        answer = process.stdout.readline()
        assert self._new_errors() == ""
        assert answer, f"the process ended with {process.wait()}"
        assert all(widths == [width] * height for widths in json.loads(answer)), answer

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, str(HERE / "drawing_worker.py")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.errors,
                text=True,
                env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
            )
        return self._process

    def _new_errors(self) -> str:
        self.errors.seek(0)
        text = self.errors.read()
        self.errors.truncate(0)
        return text


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    with (tmp_path / "stderr").open("a+") as errors:
        worker = Worker(errors)
        yield worker
        worker.close()


@relaxed
@given(
    st.dictionaries(TEXTS, st.lists(NUMBERS, max_size=30), max_size=3),
    st.booleans(),
    st.booleans(),
    st.tuples(MAYBE, MAYBE, MAYBE),
    SIZES,
)
@example({"loss": [1e308, -1e308]}, False, False, (None, None, None), (80, 24))
@example({"loss": [5e-324, 0.0]}, True, False, (None, None, None), (80, 24))
@example({"loss": [-1.0, -2.0]}, True, False, (None, None, 1.0), (80, 24))
@example({"loss": [3.0] * 5}, False, True, (0.0, 0.0, 0.0), (1, 1))
@example({"loss": ["nan"] * 5}, False, True, (None, None, None), (3, 2))
def test_series(
    worker: Worker,
    series: dict[str, list[Any]],
    log: bool,
    smooth: bool,
    view: tuple[float | None, float | None, float | None],
    size: tuple[int, int],
) -> None:
    low, high, crosshair = view
    case = {"kind": "series", "series": series, "log": log, "smooth": smooth}
    worker.draws({**case, "low": low, "high": high, "crosshair": crosshair}, *size)


@relaxed
@given(st.lists(NUMBERS, max_size=20), st.lists(st.lists(NUMBERS, max_size=20), max_size=4), MAYBE, SIZES)
def test_derivatives(
    worker: Worker, x: list[Any], orders: list[list[Any]], crosshair: float | None, size: tuple[int, int]
) -> None:
    worker.draws({"kind": "derivatives", "x": x, "orders": orders, "crosshair": crosshair}, *size)


ANYTHING = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS, st.lists(NUMBERS, max_size=4))
COLUMNS = st.one_of(st.lists(NUMBERS, max_size=12), ANYTHING)
ITEMS = st.fixed_dictionaries(
    {"kind": st.one_of(st.sampled_from(["line", "points", "bars", "fill", "image", "text"]), TEXTS)},
    optional={
        "label": ANYTHING,
        "x": COLUMNS,
        "y": COLUMNS,
        "low": COLUMNS,
        "width": ANYTHING,
        "text": ANYTHING,
        "rows": st.one_of(st.lists(COLUMNS, max_size=4), ANYTHING),
        "extent": st.one_of(st.lists(NUMBERS, min_size=4, max_size=4), ANYTHING),
    },
)
LIMITS = st.one_of(st.lists(NUMBERS, min_size=2, max_size=2), ANYTHING)
TICKS = st.one_of(st.lists(st.tuples(NUMBERS, TEXTS), max_size=6), ANYTHING)
AXES = st.fixed_dictionaries(
    {"items": st.one_of(st.lists(st.one_of(ITEMS, ANYTHING), max_size=4), ANYTHING)},
    optional={
        "title": ANYTHING,
        "xlabel": ANYTHING,
        "ylabel": ANYTHING,
        "xlim": LIMITS,
        "ylim": LIMITS,
        "xscale": st.sampled_from(["linear", "log", "symlog"]),
        "yscale": st.sampled_from(["linear", "log", "symlog"]),
        "xticks": TICKS,
        "yticks": TICKS,
        "legend": ANYTHING,
    },
)


@relaxed
@given(TEXTS, st.lists(AXES, max_size=2), SIZES)
def test_figures(worker: Worker, title: str, axes: list[dict[str, Any]], size: tuple[int, int]) -> None:
    worker.draws({"kind": "figure", "title": title, "axes": axes}, *size)
