"""Whether a run came out as expected: no process, only what it said."""

import pytest

from studytui.course.model import Expect, SeriesExpect
from studytui.runner.events import Exported, Failed, FigureDrawn, Finished, SeriesPoints, Status, Stdout
from studytui.runner.outcome import gather
from studytui.study.verify.expectations import same_output, unmet

WELL = Finished(Status.OK, 0, 0.1, 1)
BADLY = Finished(Status.ERROR, 1, 0.1, 1)
ERROR = Failed("torch.cuda.OutOfMemoryError", "out of memory: tried 2 GiB", 3, "")
LOSS = SeriesPoints("loss", (0, 1), (3.0, 1.0), final=True, count=2, first=3.0, last=1.0, min=1.0, max=3.0)
NAN = SeriesPoints("loss", (0, 1), (3.0, "nan"), final=True, count=2, first=3.0, last="nan", min=3.0, max=3.0)


def words(expect, *events, end=WELL):
    return [complaint.words for complaint in unmet(expect, gather([*events, end]), ("steps", 0))]


@pytest.mark.parametrize(
    ("expect", "events", "end"),
    [
        (None, [], WELL),
        (Expect(stdout="a\nb"), [Stdout("a  \n"), Stdout("b\n\n")], WELL),
        (Expect(stdout=""), [], WELL),
        (Expect(stdout="0.33333"), [Stdout("0.333331\n")], WELL),
        (Expect(contains=("b", "a")), [Stdout("a\nb")], WELL),
        (Expect(raises="OutOfMemoryError"), [ERROR], BADLY),
        (Expect(raises="torch.cuda.OutOfMemoryError: tried 2"), [ERROR], BADLY),
        (Expect(values={"x": "3"}), [Exported(({"expr": "x", "ok": True, "repr": "3"},))], WELL),
        (Expect(figure=True), [FigureDrawn("", ())], WELL),
        (Expect(series=(SeriesExpect("loss", 2, 1.5, 0.5, True),)), [LOSS], WELL),
    ],
)
def test_what_is_met(expect, events, end):
    assert words(expect, *events, end=end) == []


@pytest.mark.parametrize(
    ("expect", "events", "end", "told"),
    [
        (None, [ERROR], BADLY, "ended with torch.cuda.OutOfMemoryError in line 3: out of memory"),
        (Expect(contains=("a",)), [Stdout("a"), ERROR], BADLY, "the code should end well"),
        (Expect(stdout="a\nb"), [Stdout("a\nc")], WELL, "expected `b`, and it printed `c`"),
        (Expect(stdout="a\nb"), [Stdout("a")], WELL, "expected `b`, and the output ends before"),
        (Expect(stdout="a"), [Stdout("a\nb")], WELL, "it also printed `b`"),
        (Expect(stdout="1"), [Stdout("1.0")], WELL, "expected `1`, and it printed `1.0`"),
        (Expect(contains=("b",)), [Stdout("a")], WELL, "expected `b` in the output, and it printed: a"),
        (Expect(raises="ValueError"), [], WELL, "expected ValueError, and came: it ended well"),
        (Expect(raises="ValueError"), [ERROR], BADLY, "and came: torch.cuda.OutOfMemoryError in line 3"),
        (Expect(raises="OutOfMemoryError: tried 3"), [ERROR], BADLY, "expected OutOfMemoryError: tried 3"),
        (Expect(raises="MemoryError"), [ERROR], BADLY, "expected MemoryError"),
        (Expect(values={"x": "3"}), [Exported(({"expr": "x", "ok": True, "repr": "4"},))], WELL, "it is 4"),
        (
            Expect(values={"x": "3"}),
            [Exported(({"expr": "x", "ok": False, "error": "NameError: x"},))],
            WELL,
            "it is NameError: x",
        ),
        (Expect(values={"x": "3"}), [], WELL, "it was not reached"),
        (Expect(figure=True), [], WELL, "expected a figure, and none was drawn"),
        (Expect(series=(SeriesExpect("acc"),)), [LOSS], WELL, "a series `acc`, and recorded was: loss"),
        (Expect(series=(SeriesExpect("loss", count=3),)), [LOSS], WELL, "expected 3 values, and there are 2"),
        (
            Expect(series=(SeriesExpect("loss", last_below=1.0),)),
            [LOSS],
            WELL,
            "to end below 1, and it ends at 1",
        ),
        (
            Expect(series=(SeriesExpect("loss", last_above=1.0),)),
            [LOSS],
            WELL,
            "to end above 1, and it ends at 1",
        ),
        (
            Expect(series=(SeriesExpect("loss", falls=True),)),
            [NAN],
            WELL,
            "to fall, and it goes from 3 to nan",
        ),
        (Expect(series=(SeriesExpect("loss", last_below=9.0),)), [NAN], WELL, "and it ends at nan"),
    ],
)
def test_what_is_not(expect, events, end, told):
    found = words(expect, *events, end=end)
    assert len(found) == 1
    assert told in found[0]


def test_the_complaint_points_at_the_line_that_differs():
    (complaint,) = unmet(Expect(stdout="a\nb\nc"), gather([Stdout("a\nb\nd"), WELL]), ("steps", 0))
    assert (complaint.path, complaint.line) == (("steps", 0, "expect", "stdout"), 3)


def test_output_is_compared_line_by_line():
    assert same_output("a b\n\n", "a  b")
    assert not same_output("a b", "a\nb")
    assert not same_output("tensor(1.)", "tensor(1.1)")
