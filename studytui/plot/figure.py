"""Figures of the learner's code as charts. The code wrote the data, so nothing in it is taken for granted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from studytui.plot.axis import apart
from studytui.plot.chart import Chart, Gap, Image, Kind, Line, Note, Range, Tick
from studytui.plot.glyphs import told_apart
from studytui.plot.image_scale import image_scale
from studytui.plot.ink import ink_role
from studytui.plot.numbers import finite
from studytui.plot.space import Space, read_space

MOST_AXES, MOST_ITEMS, MOST_POINTS, MOST_TEXT, MOST_SCALE = 16, 100, 20_000, 200, 8


class Figure(Protocol):
    """What the event `FigureDrawn` offers."""

    @property
    def title(self) -> str: ...
    @property
    def axes(self) -> Sequence[Mapping[str, Any]]: ...


def figure_charts(figure: Figure) -> tuple[Chart, ...]:
    """One chart for each pair of axes; what is malformed is left out, and said in the chart's notes."""
    charts = [_chart(axes) for axes in list(figure.axes)[:MOST_AXES] if isinstance(axes, Mapping)]
    if len(charts) == 1 and not charts[0].title:
        return (_titled(charts[0], _text(figure.title)),)
    return tuple(charts)


def figure_spaces(figure: Figure) -> tuple[Space | None, ...]:
    """For each chart of `figure_charts` the axes in space it is a view of, if it is one."""
    given = [axes for axes in list(figure.axes)[:MOST_AXES] if isinstance(axes, Mapping)]
    return tuple(map(read_space, given))


def _titled(chart: Chart, title: str) -> Chart:
    return replace(chart, title=title)


def _chart(axes: Mapping[str, Any]) -> Chart:
    items = axes.get("items")
    given = items[:MOST_ITEMS] if isinstance(items, list | tuple) else ()
    read = [_read(item, i, axes.get("legend", True) is not False) for i, item in enumerate(given)]
    log_x, log_y = axes.get("xscale") == "log", axes.get("yscale") == "log"
    lost = read.count(None)
    images = tuple(part for part in read if isinstance(part, Image))
    scale = tuple(_scale(axes.get("scale")))
    return Chart(
        title=_text(axes.get("title")),
        lines=(*told_apart([part for part in read if isinstance(part, Line)]), *(() if images else scale)),
        x_label=_text(axes.get("xlabel")),
        y_label=_text(axes.get("ylabel")),
        log_x=log_x,
        log_y=log_y,
        x_range=_range(axes.get("xlim"), log_x),
        y_range=_range(axes.get("ylim"), log_y),
        notes=(
            *filter(None, map(_text, _listed(axes.get("notes")))),
            *([f"{lost} part{'s' * (lost > 1)} of this figure cannot be drawn here"] if lost else []),
        ),
        texts=tuple(part for part in read if isinstance(part, Note)),
        images=images,
        scale=image_scale(images, [line.name for line in scale]),
        x_ticks=_ticks(axes.get("xticks")),
        y_ticks=_ticks(axes.get("yticks")),
    )


def _read(item: object, index: int, legend: bool) -> Line | Note | Image | None:
    if not isinstance(item, Mapping):
        return None
    reader = _READERS.get(str(item.get("kind")))
    return reader(item, ink_role(item.get("ink"), index), legend) if reader else None


def _listed(value: object) -> Sequence[object]:
    return value[:MOST_SCALE] if isinstance(value, list | tuple) else ()


def _scale(value: object) -> Iterator[Line]:
    """A colour bar as entries of the legend."""
    for pair in _listed(value):
        if isinstance(pair, list | tuple) and len(pair) == 2 and _text(pair[1]):
            yield Line(_text(pair[1]), (), (), ink_role(pair[0], 0), kind="bars")


def _series(kind: Kind) -> Callable[[Mapping[str, Any], str, bool], Line | None]:
    def read(item: Mapping[str, Any], role: str, legend: bool) -> Line | None:
        xs, ys = _numbers(item.get("x")), _numbers(item.get("y"))
        lows = _numbers(item.get("low"))
        pairs = [
            (x, y, lows[i] if i < len(lows) else 0.0) for i, (x, y) in enumerate(zip(xs, ys, strict=False))
        ]
        # A line is interrupted where x is missing too; its place is that of the point before.
        known, x_before = [], 0.0
        for x, y, low in pairs:
            known.append((x_before, None, None) if x is None else (x, y, low))
            x_before = x_before if x is None else x
        if not known:
            return None
        return Line(
            _text(item.get("label")) if legend else "",
            tuple(x for x, _, _ in known),
            tuple(y for _, y, _ in known),
            role,
            kind=kind,
            lows=tuple(low for _, _, low in known) if lows else (),
            span=_span(item, [x for x, _, _ in known]),
        )

    return read


def _span(item: Mapping[str, Any], xs: list[float]) -> float:
    width = finite(item.get("width"))
    if width is not None and width > 0:
        return width
    gaps = [b - a for a, b in zip(sorted(xs), sorted(xs)[1:], strict=False) if b > a]
    return 0.8 * min(gaps, default=1.0)


def _note(item: Mapping[str, Any], role: str, legend: bool) -> Note | None:
    x, y = finite(_only(item.get("x"))), finite(_only(item.get("y")))
    text = _text(item.get("text") or item.get("label"))
    return Note(x, y, text) if x is not None and y is not None and text else None


def _image(item: Mapping[str, Any], role: str, legend: bool) -> Image | None:
    given = item.get("rows")
    if not isinstance(given, list | tuple) or not given:
        return None
    rows = tuple(_numbers(row) for row in given[:512])
    width = max(map(len, rows))
    extent = (
        [finite(v) for v in item.get("extent") or ()] if isinstance(item.get("extent"), list | tuple) else []
    )
    if not width:
        return None
    left, right, bottom, top = (
        extent if len(extent) == 4 and None not in extent else (-0.5, width - 0.5, -0.5, len(rows) - 0.5)
    )
    good = [v for row in rows for v in row if v is not None]
    low, high = apart(min(good, default=0.0), max(good, default=1.0))
    over = apart(left or 0.0, right or 0.0), apart(bottom or 0.0, top or 0.0)
    return Image(_levels(rows, low, high), *over, low, high)


def _levels(rows: Sequence[Sequence[Gap]], low: float, high: float) -> tuple[tuple[Gap, ...], ...]:
    """The values as brightness: `low` 0, `high` 1."""
    span = high / 2 - low / 2
    return tuple(tuple(None if v is None else (v / 2 - low / 2) / span for v in row) for row in rows)


def _numbers(values: object) -> tuple[Gap, ...]:
    if not isinstance(values, list | tuple):
        return ()
    return tuple(finite(v) for v in values[:MOST_POINTS])


def _only(value: object) -> object:
    return value[0] if isinstance(value, list | tuple) and value else value


def _text(value: object) -> str:
    return value[:MOST_TEXT].strip() if isinstance(value, str) else ""


def _range(value: object, log: bool) -> Range | None:
    ends = _numbers(value)
    if len(ends) != 2 or ends[0] is None or ends[1] is None or (log and min(ends[0], ends[1]) <= 0):
        return None
    low, high = apart(ends[0], ends[1], log)
    return (high, low) if ends[0] > ends[1] else (low, high)


def _ticks(value: object) -> tuple[Tick, ...] | None:
    if not isinstance(value, list | tuple):
        return None
    ticks = []
    for pair in value[:MOST_ITEMS]:
        if isinstance(pair, list | tuple) and len(pair) == 2:
            at = finite(pair[0])
            if at is not None:
                ticks.append(Tick(at, _text(pair[1]) or f"{at:g}"))
    return tuple(ticks) if ticks or not value else None


_READERS: dict[str, Callable[[Mapping[str, Any], str, bool], Line | Note | Image | None]] = {
    "line": _series("line"),
    "points": _series("points"),
    "bars": _series("bars"),
    "fill": _series("band"),
    "text": _note,
    "image": _image,
}
