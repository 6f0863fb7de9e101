"""The pictures of a `curve` question in words."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.course.questions import Curve
from studytui.plot.describe import describe
from studytui.plot.numbers import short
from studytui.plot.series import Series
from studytui.runner.events import SeriesPoints
from studytui.study.grading.evidence import Runs
from studytui.study.grading.pictures import record_pictures

PLACES = 6
"""Values told of each curve, evenly spaced."""


async def pictures_in_words(question: Curve, runner: Runs) -> tuple[str, ...]:
    """One text an option, in the lesson's order. Raises GradingError, RunnerUnavailable."""
    return tuple(_words(batches) for batches in await record_pictures(question, runner))


def _words(batches: Sequence[SeriesPoints]) -> str:
    series = Series(batches[0].name)
    values: list[float | str] = []
    for batch in batches:
        series.extend(batch.steps, batch.values)
        values += batch.values
        if batch.final:
            series.finish(batch)
    last = len(values) - 1
    told = [values[last * place // (PLACES - 1)] for place in range(PLACES)] if values else []
    shown = ", ".join(value if isinstance(value, str) else short(value) for value in told)
    return f"{describe(series)}; on the way: {shown}"
