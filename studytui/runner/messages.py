"""Messages a run wrote to file descriptor 3, as events.

They are untrusted: a wrong shape is dropped, and all text is cleaned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

from studytui.runner import events, numbers
from studytui.runner.clean import clean, label

Fields = dict[str, Any]


class Raised(Struct, frozen=True):
    """An exception as the run reported it, before the post-mortem adds its words."""

    type: str
    message: str
    line: int | None = None
    traceback: str = ""


def read(verb: str, fields: Fields) -> events.Event | Raised | None:
    """The event that a message stands for; None if its shape is wrong or it changes nothing on screen."""
    reader = _READERS.get(verb)
    try:
        return reader(fields) if reader is not None else None
    except (msgspec.ValidationError, RecursionError):
        return None


def _series(fields: Fields) -> events.SeriesPoints | None:
    points = msgspec.convert(fields, events.SeriesPoints)
    if len(points.steps) != len(points.values):
        return None
    return msgspec.structs.replace(
        points,
        name=label(points.name),
        values=numbers.spell_all(points.values),
        first=numbers.spell(points.first),
        last=numbers.spell(points.last),
        min=numbers.spell(points.min),
        max=numbers.spell(points.max),
    )


def _derivatives(fields: Fields) -> events.Derivatives | None:
    found = msgspec.convert(fields, events.Derivatives)
    if any(len(order) != len(found.x) for order in found.orders):
        return None
    finite = tuple(tuple(y if y is None or y - y == 0.0 else None for y in order) for order in found.orders)
    return msgspec.structs.replace(
        found,
        orders=finite,
        notes=tuple(clean(note) for note in found.notes),
        formulas=tuple(clean(formula) for formula in found.formulas),
        in_line=tuple(clean(formula) for formula in found.in_line),
        no_formula=clean(found.no_formula),
    )


def _value(fields: Fields) -> events.ValueShown:
    return events.ValueShown(clean(msgspec.convert(fields, events.ValueShown).text))


def _variables(fields: Fields) -> events.Variables:
    return msgspec.convert(numbers.plain(fields), events.Variables)


def _exported(fields: Fields) -> events.Exported:
    return msgspec.convert(numbers.plain(fields), events.Exported)


def _figure(fields: Fields) -> events.FigureDrawn:
    figure = msgspec.convert(numbers.plain(fields), events.FigureDrawn)
    return msgspec.structs.replace(figure, title=label(figure.title))


def _input(fields: Fields) -> events.InputWanted:
    return events.InputWanted(clean(msgspec.convert(fields, events.InputWanted).prompt))


def _raised(fields: Fields) -> Raised:
    raised = msgspec.convert(fields, Raised)
    return Raised(label(raised.type), clean(raised.message), raised.line, clean(raised.traceback))


_READERS: dict[str, Callable[[Fields], events.Event | Raised | None]] = {
    "series": _series,
    "value": _value,
    "variables": _variables,
    "exported": _exported,
    "derivatives": _derivatives,
    "figure": _figure,
    "input": _input,
    "exc": _raised,
}
