"""What a run says, as typed events. `studytui run --json` prints them one a line, `type` first.

A run is an async stream of these; `Finished` is always last and always there. Numbers that are not finite
travel as the strings "nan", "inf" and "-inf", so every line is plain JSON.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from msgspec import Struct


class Status(StrEnum):
    """How a run ended."""

    OK = "ok"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    KILLED = "killed"
    CRASHED = "crashed"


class Event(Struct, frozen=True, tag_field="type"):
    """Base of all events."""


class Started(Event, frozen=True, tag="started"):
    """The run began: on which device, with which interpreter and torch, behind which layers."""

    device: str
    python: str
    torch: str
    layers: tuple[str, ...]


class Stdout(Event, frozen=True, tag="stdout"):
    """Text from standard output; may hold SGR colours and carriage returns, nothing else unprintable."""

    text: str


class Stderr(Event, frozen=True, tag="stderr"):
    """Text from standard error, like `Stdout`."""

    text: str


class SeriesPoints(Event, frozen=True, tag="series"):
    """A batch of a recorded scalar series, possibly decimated (extremes are always kept).

    `steps` counts recordings of this series from 0. The last batch has `final` and the exact totals.
    `epochs` are the steps at which epochs began since the last batch, `epoch_count` counts all of them.
    """

    name: str
    steps: tuple[int, ...]
    values: tuple[float | str, ...]
    final: bool = False
    count: int = 0
    first: float | str | None = None
    last: float | str | None = None
    min: float | str | None = None
    max: float | str | None = None
    epochs: tuple[int, ...] = ()
    epoch_count: int = 0


class FigureDrawn(Event, frozen=True, tag="figure"):
    """A figure as plain data: title, and axes each with the series to draw.

    `afresh`: it takes the place of all figures before it, as after `clear_output()`.
    """

    title: str
    axes: tuple[dict[str, Any], ...]
    afresh: bool = False


class ValueShown(Event, frozen=True, tag="value"):
    """`repr` of the snippet's last expression."""

    text: str


class Variables(Event, frozen=True, tag="variables"):
    """The snippet's variables after the run, one dict each: name, type, shape, dtype, device, ..."""

    items: tuple[dict[str, Any], ...]


class Inspected(Event, frozen=True, tag="inspected"):
    """A closer look at some of the variables, for the inspector: memory, numbers, graph, tree of modules."""

    items: tuple[dict[str, Any], ...]


class LineNotes(Event, frozen=True, tag="lines"):
    """Lines of the snippet, from 1, and what the last tensors were that they made: `[32,10] f32 grad`."""

    items: tuple[tuple[int, str], ...]


class Exported(Event, frozen=True, tag="exported"):
    """The expressions a request asked for, evaluated after the run.

    One dict each: expr, kind, shape, dtype, device, data, repr, error.
    """

    items: tuple[dict[str, Any], ...]


class Derivatives(Event, frozen=True, tag="derivatives"):
    """f and its derivatives on a grid: `orders[k][i]` is the k-th derivative at `x[i]`, None in a gap."""

    x: tuple[float, ...]
    orders: tuple[tuple[float | None, ...], ...]
    notes: tuple[str, ...] = ()
    """Words about kinks, gaps and the numerical check."""
    max_difference: tuple[float, ...] = ()
    """Largest gap between autograd and central differences, per order from 1."""
    formulas: tuple[str, ...] = ()
    """f, f', … as sympy has them, several rows each; fewer than orders where it cannot go on."""
    in_line: tuple[str, ...] = ()
    """The same in one line each, as Python; empty where cases need rows."""
    no_formula: str = ""
    """Why formulas are missing, in one line."""


class InputWanted(Event, frozen=True, tag="input"):
    """The code called `input(prompt)` and waits for a line."""

    prompt: str


class Truncated(Event, frozen=True, tag="truncated"):
    """Output beyond the limit was counted and dropped."""

    stream: str
    dropped: int


class Failed(Event, frozen=True, tag="error"):
    """The exception that ended the code."""

    error: str
    """Type of the exception."""
    message: str
    line: int | None
    """Line in the snippet, from 1."""
    traceback: str
    hint: str = ""
    """The cause in plain language and what to do."""
    lesson: str = ""
    """Id of the lesson that explains it."""


class Finished(Event, frozen=True, tag="finished"):
    """How the run ended: always the last event."""

    status: Status
    exit_code: int
    seconds: float
    max_rss: int
    """Peak resident memory of the run's processes, in bytes."""
    message: str = ""
    """The ending in words, with a next step; empty when all went well."""


class Answered(Event, frozen=True, tag="answered"):
    """A question to the process that stayed is answered; its output and value came before."""


class Closed(Event, frozen=True, tag="closed"):
    """The process that stayed for questions has ended."""

    message: str = ""
    """Why, where nobody asked for it."""


AnyEvent = (
    Started
    | Stdout
    | Stderr
    | SeriesPoints
    | FigureDrawn
    | ValueShown
    | Variables
    | Inspected
    | LineNotes
    | Exported
    | Derivatives
    | InputWanted
    | Truncated
    | Failed
    | Finished
)
