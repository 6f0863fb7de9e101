"""Does a run come out as the lesson says? Pure: compares an outcome with an `Expect`."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.course.model import Expect, SeriesExpect
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.runner.events import FigureDrawn, SeriesPoints
from studytui.runner.outcome import Outcome
from studytui.study.grading.prose import same_text
from studytui.study.verify.endings import ending, ends_well, shortened


def unmet(expect: Expect | None, outcome: Outcome, path: Path) -> Iterator[Complaint]:
    """What was expected and did not come; `path` leads to the step. Without an expectation: it ends well."""
    if expect is None:
        yield from ends_well(outcome, (*path, "code"))
        return
    at = (*path, "expect")
    yield from _ending(expect, outcome, path)
    yield from _stdout(expect, outcome, at)
    for index, series in enumerate(expect.series):
        yield from _series(series, outcome, (*at, "series", index))
    yield from _values(expect, outcome, at)
    if expect.figure and not any(isinstance(event, FigureDrawn) for event in outcome.events):
        yield Complaint((*at, "figure"), "expected a figure, and none was drawn")


def same_output(expected: str, printed: str) -> bool:
    """Line by line, blanks at the ends aside; numbers may differ in their last digits between machines."""
    left, right = expected.rstrip().split("\n"), printed.rstrip().split("\n")
    return len(left) == len(right) and all(same_text(a, b) for a, b in zip(left, right, strict=True))


def _ending(expect: Expect, outcome: Outcome, path: Path) -> Iterator[Complaint]:
    if expect.raises is None:
        yield from ends_well(outcome, (*path, "code"))
    elif not _raised(expect.raises, outcome):
        came = ending(outcome) or "it ended well"
        yield Complaint((*path, "expect", "raises"), f"expected {expect.raises}, and came: {came}")


def _raised(expected: str, outcome: Outcome) -> bool:
    """The type by its own name or with its module; the message, if any, is part of the one that came."""
    name, _, message = expected.partition(":")
    failed = outcome.failed
    if failed is None or name.strip() not in (failed.error, failed.error.rpartition(".")[2]):
        return False
    return message.strip() in failed.message


def _stdout(expect: Expect, outcome: Outcome, at: Path) -> Iterator[Complaint]:
    if expect.stdout is not None and not same_output(expect.stdout, outcome.stdout):
        line, words = first_difference(expect.stdout, outcome.stdout)
        yield Complaint((*at, "stdout"), words, line)
    for index, text in enumerate(expect.contains):
        if text not in outcome.stdout:
            came = shortened(outcome.stdout) or "nothing"
            yield Complaint(
                (*at, "contains", index), f"expected `{text}` in the output, and it printed: {came}"
            )


def first_difference(expected: str, printed: str) -> tuple[int, str]:
    """The line, from 1, where the output leaves what was expected, and how."""
    left, right = expected.rstrip().split("\n"), printed.rstrip().split("\n")
    for number, (wanted, came) in enumerate(zip(left, right, strict=False), 1):
        if not same_text(wanted, came):
            return number, f"expected `{shortened(wanted)}`, and it printed `{shortened(came)}`"
    count = min(len(left), len(right)) + 1
    if len(right) > len(left):
        return len(left), f"it also printed `{shortened(right[len(left)])}`"
    return count, f"expected `{shortened(left[len(right)])}`, and the output ends before"


def _values(expect: Expect, outcome: Outcome, at: Path) -> Iterator[Complaint]:
    for expression, wanted in expect.values.items():
        item = outcome.exported.get(expression, {"ok": False, "error": "it was not reached"})
        came = str(item.get("repr", "")) if item.get("ok", True) else str(item.get("error"))
        if not item.get("ok", True) or not same_text(wanted, came):
            words = f"expected {shortened(wanted)} for `{shortened(expression)}`, and it is {shortened(came)}"
            yield Complaint((*at, "values", expression), words)


def _series(expect: SeriesExpect, outcome: Outcome, at: Path) -> Iterator[Complaint]:
    came = outcome.series.get(expect.name)
    if came is None:
        names = ", ".join(sorted(outcome.series)) or "nothing"
        yield Complaint(at, f"expected a series `{expect.name}`, and recorded was: {names}")
        return
    yield from (Complaint(at, f"series `{expect.name}`: {words}") for words in _misses(expect, came))


def _misses(expect: SeriesExpect, came: SeriesPoints) -> Iterator[str]:
    first, last = _number(came.first), _number(came.last)
    if expect.count is not None and came.count != expect.count:
        yield f"expected {expect.count} values, and there are {came.count}"
    if expect.last_below is not None and not last < expect.last_below:
        yield f"expected to end below {expect.last_below:g}, and it ends at {last:g}"
    if expect.last_above is not None and not last > expect.last_above:
        yield f"expected to end above {expect.last_above:g}, and it ends at {last:g}"
    if expect.falls and not last < first:
        yield f"expected to fall, and it goes from {first:g} to {last:g}"


def _number(value: float | str | None) -> float:
    """Totals that are not finite travel as texts; none at all compares with nothing, as NaN does."""
    return float("nan") if value is None else float(value)
