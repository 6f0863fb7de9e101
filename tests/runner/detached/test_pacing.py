"""Curves of long runs stay small on disk, and show the same."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from studytui.runner.detached.pacing import MOST_POINTS, Paced
from studytui.runner.detached.thinning import kept
from studytui.runner.events import Finished, SeriesPoints, Status, Stdout

values = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(["nan", "inf", "-inf"]))


@given(st.lists(values, max_size=400), st.integers(8, 40))
def test_thinning_keeps_ends_extremes_and_what_is_not_finite(given_values, most) -> None:
    chosen = kept(given_values, most)
    assert chosen == sorted(set(chosen))
    assert len(chosen) <= most
    left = [given_values[at] for at in chosen]
    numbers = [value for value in given_values if not isinstance(value, str)]
    if given_values:
        assert (chosen[0], chosen[-1]) == (0, len(given_values) - 1)
        assert any(isinstance(value, str) for value in left) == (len(numbers) < len(given_values))
    if numbers:
        shown = [value for value in left if not isinstance(value, str)]
        assert (min(shown), max(shown)) == (min(numbers), max(numbers))


class Run:
    """A run on a clock of its own: ten batches a second, as the sandbox sends them."""

    def __init__(self, points: int) -> None:
        self.now, self.step, self.points = 0.0, 0, points
        self.paced = Paced(lambda: self.now)
        self.written: list[SeriesPoints] = []

    def go_on(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            steps = tuple(range(self.step, self.step + self.points))
            self.step += self.points
            batch = SeriesPoints("loss", steps, tuple(1000.0 / (1 + step) for step in steps), count=self.step)
            self.written += [event for event in self.paced.take(batch) if isinstance(event, SeriesPoints)]

    @property
    def size(self) -> int:
        return sum(len(msgspec.json.encode(event)) for event in self.written)


def test_the_first_seconds_are_written_as_they_come_and_an_hour_stays_small() -> None:
    run = Run(points=10)
    run.go_on(40)
    assert len(run.written) == 400
    run.go_on(3600)
    assert len(run.written) < 2300
    assert run.size < 6 << 20
    steps = [step for event in run.written for step in event.steps]
    assert steps == sorted(steps)
    assert all(len(event.steps) <= MOST_POINTS for event in run.written)
    assert run.now - 30 <= steps[-1] / 100  # no more than half a minute late


def test_a_quiet_curve_is_written_when_its_time_has_come() -> None:
    run = Run(points=1)
    run.go_on(600)
    run.now += 0.1
    assert list(run.paced.take(SeriesPoints("loss", (run.step,), (0.0,)))) == []
    assert list(run.paced.due()) == []
    run.now += 2
    (late,) = run.paced.due()
    assert late.steps[-1] == run.step


def test_the_end_comes_last_and_leaves_nothing_behind() -> None:
    run = Run(points=1)
    run.go_on(600)
    final = SeriesPoints("loss", (run.step,), (7.0,), final=True, count=run.step + 1, first=1000.0, last=7.0)
    (whole,) = run.paced.take(final)
    assert isinstance(whole, SeriesPoints)
    assert (whole.final, whole.count, whole.last, whole.steps[-1]) == (True, run.step + 1, 7.0, run.step)
    list(run.paced.take(SeriesPoints("grad", (0,), (1.0,))))
    run.now += 0.1
    assert list(run.paced.take(SeriesPoints("grad", (1,), (1.0,)))) == []
    assert list(run.paced.take(Stdout("at once"))) == [Stdout("at once")]
    over = Finished(Status.OK, 0, 600.0, 0)
    assert [type(event) for event in run.paced.take(over)] == [SeriesPoints, Finished]
