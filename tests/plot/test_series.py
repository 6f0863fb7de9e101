"""A series stays small however long the run, and forgets nothing that shows."""

from __future__ import annotations

import math
import random
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.plot import Series, describe, verdict
from studytui.plot.buckets import CAPACITY
from studytui.plot.smoothing import Average
from studytui.runner.events import SeriesPoints


def recorded(values: list[float | str], name: str = "loss") -> Series:
    series = Series(name)
    for start in range(0, len(values), 97):
        part = values[start : start + 97]
        series.extend(range(start, start + len(part)), part)
    return series


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False, width=32), min_size=1, max_size=300))
def test_the_totals_are_those_of_the_values(values: list[float]) -> None:
    series = recorded(list(values))
    assert (series.count, series.first, series.last) == (len(values), values[0], values[-1])
    assert (series.min, series.max) == (min(values), max(values))
    assert values[series.min_step] == series.min


def test_one_spike_in_a_million_steps_is_seen() -> None:
    series = Series("loss")
    for start in range(0, 1_000_000, 10_000):
        values = [1.0] * 10_000
        if start == 500_000:
            values[123] = 50.0
        series.extend(range(start, start + 10_000), values)
    columns = series.columns(0, 1_000_000, 160)
    assert [column.max for column in columns].count(50.0) == 1
    assert columns[79].max == 50.0 or columns[80].max == 50.0
    assert len(series._buckets._min) == CAPACITY


@given(st.integers(1, 10_000), st.integers(1, 200))
def test_columns_divide_the_steps_among_themselves(count: int, width: int) -> None:
    series = recorded([float(step) for step in range(count)])
    columns = series.columns(0, count, width)
    filled = [c for c in columns if c.min is not None and c.max is not None]
    assert len(columns) == width
    assert (filled[0].min, filled[-1].max) == (0.0, count - 1)
    assert all(a.max < b.min for a, b in pairwise(filled))


@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(-5, 5)), min_size=2, max_size=120))
def test_a_series_that_was_drawn_as_it_grew_looks_like_one_drawn_at_the_end(
    points: list[tuple[int, int]],
) -> None:
    watched, unseen = Series("loss"), Series("loss")
    for step, value in points:
        watched.extend([step], [float(value)])
        watched.columns(0, 9001, 40)
    for step, value in points:
        unseen.extend([step], [float(value)])
    assert watched.columns(0, 9001, 40) == unseen.columns(0, 9001, 40)


def test_smoothing_is_tensorboards() -> None:
    values = [random.Random(1).gauss(0, 1) for _ in range(50)]
    average, e = Average(0.9), 0.0
    for k, value in enumerate(values, 1):
        e = 0.9 * e + 0.1 * value
        assert average.add(value) == pytest.approx(e / (1 - 0.9**k))


def test_smoothing_does_not_depend_on_how_batches_were_thinned() -> None:
    whole, thinned = Average(), Average()
    for _ in range(40):
        whole.add(2.0)
    for _ in range(4):
        thinned.add(2.0, steps=10)
    assert whole.add(8.0) == pytest.approx(thinned.add(8.0))


def test_what_is_not_finite_is_counted_and_dated() -> None:
    series = recorded([3.0, 2.0, "nan", "inf", 1.0])
    assert (series.bad, series.first_bad_step) == (2, 2)
    assert series.first_bad is not None
    assert math.isnan(series.first_bad)
    assert (series.min, series.max) == (1.0, 3.0)
    assert [column.bad for column in series.columns(0, 5, 5)] == [0, 0, 1, 1, 0]


def test_the_last_batch_brings_the_exact_totals() -> None:
    series = recorded([5.0, 4.0])
    series.finish(SeriesPoints("loss", (), (), True, count=1000, first=5.0, last=0.5, min=0.25, max=9.0))
    assert (series.count, series.last, series.min, series.max) == (1000, 0.5, 0.25, 9.0)
    assert series.finished


def falling(n: int, floor: float) -> list[float | str]:
    return [10 * math.exp(-8 * step / n) + floor for step in range(n)]


WORDS = {
    "loss: still falling, 2000 steps, 10.5 → 0.5034, min 0.5034 at step 1999": falling(2000, 0.5),
    "loss: diverging, 3 steps, 1 → nan, min 0.5 at step 1, became nan at step 2": [1.0, 0.5, "nan"],
    "loss: plateau, 100 steps, 2 → 2, min 2 at step 0": [2.0] * 100,
    "loss: still falling, 100 steps, 100 → 1, min 1 at step 99": [100.0 - step for step in range(100)],
    "loss: 1 step, 0.25": [0.25],
    "loss: nothing recorded": [],
    "loss: 5 steps, 5 → 1, min 1 at step 4": [5.0, 4.0, 3.0, 2.0, 1.0],
}


@pytest.mark.parametrize(("words", "values"), WORDS.items())
def test_a_series_in_words(words: str, values: list[float | str]) -> None:
    assert describe(recorded(values)) == words


def test_a_fall_that_has_ended_is_called_converged() -> None:
    assert verdict(recorded([1000 * 0.9**step + 3 for step in range(400)])) == "converged"


def test_creeping_on_far_above_the_floor_is_not_called_converged() -> None:
    assert (
        verdict(recorded([1e5 * 0.9**step + 2000 + 3000 * 0.999**step for step in range(2000)]))
        == "still falling"
    )


def test_noise_around_a_level_is_called_a_plateau() -> None:
    assert verdict(recorded([1 + (step * 37 % 11) / 100 for step in range(500)])) == "plateau"


def test_growth_is_called_diverging() -> None:
    assert verdict(recorded([1.1**step for step in range(100)])) == "diverging"


def test_memory_does_not_grow_with_the_run() -> None:
    series = Series("loss")
    series.extend(range(20_000), [float(step % 7) for step in range(20_000)])
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for start in range(20_000, 320_000, 10_000):
        series.extend(
            range(start, start + 10_000), (float(step % 7) for step in range(start, start + 10_000))
        )
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert series.count == 320_000
    assert grown < 400_000, "the buckets are filled anew, nothing more"
