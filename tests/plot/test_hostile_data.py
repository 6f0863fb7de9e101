"""Whatever is drawn: no abort, no exception, no byte on stderr, and exactly the cells asked for.

plotext's native part aborts on numbers it does not expect, so the drawing happens in a process of its own.
Hypothesis makes 5,000 cases; they travel in one batch a kind, since every single round trip would cost more
than the drawing. A failure shows the whole case: add it to the examples.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

HERE = Path(__file__).parent

NUMBERS = st.one_of(
    st.floats(),
    st.sampled_from([0.0, 1.0, -1.0, 1e308, -1e308, 5e-324, 1e-310, 1e30, 1e-30, float("nan"), float("inf")]),
    st.sampled_from(["nan", "inf", "-inf"]),
)
STRANGE = ["", "loss", "損失", "é", "e\u0301", "a\tb\n", "\x1b[31m", "\U0001f469\u200d\U0001f4bb", "\ufe0f"]
TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(STRANGE))
SIZES = st.tuples(st.integers(1, 120), st.integers(1, 40))
MAYBE = st.one_of(st.none(), st.floats(allow_nan=False))


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
SPACES = st.fixed_dictionaries(
    {"limits": st.one_of(st.lists(LIMITS, min_size=3, max_size=3), ANYTHING)},
    optional={
        "labels": st.one_of(st.lists(TEXTS, max_size=3), ANYTHING),
        "elev": NUMBERS,
        "azim": NUMBERS,
        "items": st.one_of(
            st.lists(
                st.fixed_dictionaries({"kind": TEXTS, "x": COLUMNS, "y": COLUMNS, "z": COLUMNS}), max_size=3
            ),
            ANYTHING,
        ),
    },
)
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
        "notes": ANYTHING,
        "scale": st.one_of(st.lists(st.tuples(TEXTS, TEXTS), max_size=3), ANYTHING),
        "space": st.one_of(SPACES, ANYTHING),
    },
)


SERIES = st.fixed_dictionaries(
    {
        "kind": st.just("series"),
        "series": st.dictionaries(TEXTS, st.lists(NUMBERS, max_size=30), max_size=3),
        "log": st.booleans(),
        "smooth": st.booleans(),
        "low": MAYBE,
        "high": MAYBE,
        "crosshair": MAYBE,
    }
)
DERIVATIVES = st.fixed_dictionaries(
    {
        "kind": st.just("derivatives"),
        "x": st.lists(NUMBERS, max_size=20),
        "orders": st.lists(st.lists(NUMBERS, max_size=20), max_size=4),
        "crosshair": MAYBE,
    }
)
FIGURES = st.fixed_dictionaries(
    {"kind": st.just("figure"), "title": TEXTS, "axes": st.lists(AXES, max_size=2)}
)


def known(series: dict[str, list[Any]], log: bool, *view: float | None) -> dict[str, Any]:
    low, high, crosshair = view
    case = {"kind": "series", "series": series, "log": log, "smooth": not log}
    return {**case, "low": low, "high": high, "crosshair": crosshair}


EXAMPLES = (
    (known({"loss": [1e308, -1e308]}, False, None, None, None), (80, 24)),
    (known({"loss": [5e-324, 0.0]}, True, None, None, None), (80, 24)),
    (known({"loss": [-1.0, -2.0]}, True, None, None, 1.0), (80, 24)),
    (known({"loss": [3.0] * 5}, False, 0.0, 0.0, 0.0), (1, 1)),
    (known({"loss": ["nan"] * 5}, False, None, None, None), (3, 2)),
)
Case = tuple[dict[str, Any], tuple[int, int]]


def made(strategy: st.SearchStrategy[dict[str, Any]], count: int) -> list[Case]:
    """As many cases as Hypothesis makes of it."""
    found: list[Case] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(strategy, SIZES))
    def collect(case: Case) -> None:
        found.append(case)

    collect()
    return found


def drawn(cases: list[Case]) -> subprocess.CompletedProcess[str]:
    """Draw them all in one process."""
    lines = [json.dumps({**case, "width": size[0], "height": size[1]}) for case, size in cases]
    return subprocess.run(
        [sys.executable, str(HERE / "drawing_worker.py")],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    )


@pytest.mark.parametrize(
    ("strategy", "count"),
    [(SERIES, 2000), (DERIVATIVES, 1000), (FIGURES, 2000)],
    ids=["series", "derivatives", "figures"],
)
def test_nothing_breaks_the_picture(strategy: st.SearchStrategy[dict[str, Any]], count: int) -> None:
    cases = [*EXAMPLES, *made(strategy, count)]
    assert len(cases) >= count
    done = drawn(cases)
    answers = done.stdout.splitlines()
    for (case, (width, height)), answer in zip(cases, answers, strict=False):
        assert json.loads(answer) == [[width] * height] * len(json.loads(answer)), (case, width, height)
    assert len(answers) == len(cases), (done.returncode, cases[len(answers)], done.stderr[-2000:])
    assert done.stderr == ""
