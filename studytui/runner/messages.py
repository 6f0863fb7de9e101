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
from studytui.runner.postmortem.scene import Scene, Seen

Fields = dict[str, Any]


class Raised(Struct, frozen=True):
    """An exception as the run reported it, before the post-mortem adds its words."""

    type: str
    message: str
    line: int | None = None
    traceback: str = ""
    here: tuple[Seen, ...] = ()
    """Names in the failing expression and what they held."""
    close: tuple[str, ...] = ()
    """Names that exist and look like the one that does not."""

    @property
    def scene(self) -> Scene:
        """The same for the post-mortem."""
        return Scene(self.here, self.close)


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


def _inspected(fields: Fields) -> events.Inspected:
    return msgspec.convert(numbers.plain(fields), events.Inspected)


def _lines(fields: Fields) -> events.LineNotes:
    found = msgspec.convert(fields, events.LineNotes)
    return events.LineNotes(tuple((line, label(text, 60)) for line, text in found.items))


def _exported(fields: Fields) -> events.Exported:
    return msgspec.convert(numbers.plain(fields), events.Exported)


def _figure(fields: Fields) -> events.FigureDrawn:
    figure = msgspec.convert(numbers.plain(fields), events.FigureDrawn)
    return msgspec.structs.replace(figure, title=label(figure.title))


def _input(fields: Fields) -> events.InputWanted:
    return events.InputWanted(clean(msgspec.convert(fields, events.InputWanted).prompt))


def _raised(fields: Fields) -> Raised:
    raised = msgspec.convert(numbers.plain(fields), Raised)
    here = tuple(
        msgspec.structs.replace(seen, name=label(seen.name), text=label(seen.text)) for seen in raised.here
    )
    return msgspec.structs.replace(raised, type=label(raised.type), here=here)


_READERS: dict[str, Callable[[Fields], events.Event | Raised | None]] = {
    "series": _series,
    "value": _value,
    "variables": _variables,
    "inspected": _inspected,
    "lines": _lines,
    "exported": _exported,
    "derivatives": _derivatives,
    "figure": _figure,
    "input": _input,
    "exc": _raised,
}
