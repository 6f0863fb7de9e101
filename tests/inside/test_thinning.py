"""What is kept of a long batch."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from studytui.sandbox.inside.capture.thinning import MOST_POINTS, thin
from studytui.sandbox.inside.capture.totals import Totals

BATCHES = st.lists(st.floats(width=32) | st.sampled_from([math.nan, math.inf, 0.0]), max_size=40).map(
    lambda values: values * 60
)


@given(BATCHES | st.lists(st.floats(), max_size=600))
def test_few_points_with_both_ends_and_all_extremes(values: list[float]) -> None:
    thinned = thin(values)
    kept = [values[i] for i in thinned.kept]
    finite = [value for value in values if math.isfinite(value)]
    assert len(kept) <= MOST_POINTS
    assert thinned.kept == sorted(set(thinned.kept))
    assert thinned.bad == len(values) - len(finite)
    if values:
        assert {0, len(values) - 1} <= set(thinned.kept)
    if finite:
        assert {min(finite), max(finite)} <= set(kept)


@given(BATCHES)
def test_the_first_value_that_is_not_finite_is_kept(values: list[float]) -> None:
    bad = [i for i, value in enumerate(values) if not math.isfinite(value)]
    assert not bad or bad[0] in thin(values).kept


@given(st.lists(BATCHES, max_size=4))
def test_totals_are_exact_however_the_values_came(batches: list[list[float]]) -> None:
    totals = Totals()
    for batch in batches:
        totals.add(batch, thin(batch))
    values = [value for batch in batches for value in batch]
    finite = [value for value in values if math.isfinite(value)]
    assert (totals.count, totals.bad) == (len(values), len(values) - len(finite))
    assert (totals.min, totals.max) == (min(finite, default=None), max(finite, default=None))
