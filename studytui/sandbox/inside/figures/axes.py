"""One pair of axes as plain data: the frame by asking, the contents by recording what is drawn."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Set, Tuple

from .inks import ink, scale
from .items import items_of
from .labels import plain
from .raster import is_shaded, shaded
from .recorder import recorder
from .solid import extent, solid_frame
from .space import space
from .tables import with_tables

MOST_ITEMS = 60


def described(axes: Any, detail: int) -> Dict[str, Any]:
    """{title, xlabel, ylabel, xscale, yscale, xlim, ylim, legend, xticks, yticks, items}.

    Coordinates are those of the data. In polar and 3-D axes, where the picture has none, they run from 0 to
    1 across it. An axis that runs backwards is given with its sign changed, and ticks that tell the truth.
    `detail` is the number of points an artist may have.
    """
    flat = axes.name == "rectilinear"
    signs = _signs(axes) if flat else (1, 1)
    back = (axes.transData if flat else axes.transAxes).inverted()
    fields: Dict[str, Any] = {
        "title": plain(axes.get_title()),
        "legend": axes.get_legend() is not None,
        "items": _items(axes, _turned(back, signs), detail, signs)[:MOST_ITEMS],
        "scale": _scale(axes),
    }
    if axes.name == "3d":
        fields["items"] = solid_frame(axes) + fields["items"]
        flattened = {**fields, **extent(fields["items"]), "xticks": [], "yticks": []}
        return {**flattened, "space": space(axes, detail)}
    for name, axis, sign in (("x", axes.xaxis, signs[0]), ("y", axes.yaxis, signs[1])):
        fields.update(_frame(name, axis, sign) if flat else {name + "lim": [0.0, 1.0], name + "ticks": []})
    if axes.tables:
        return with_tables(axes, fields)
    if flat:
        _keep_words(fields)
    return fields


def _keep_words(fields: Dict[str, Any]) -> None:
    """matplotlib does not cut texts off at the axes: those beside them are put at the edge."""
    for item in fields["items"]:
        for name in ("x", "y") if item["kind"] == "text" else ():
            if item[name] is not None:
                low, high = fields[name + "lim"]
                item[name] = min(max(item[name], low), high)


def _scale(axes: Any) -> List[List[str]]:
    """The colour bar that belongs to these axes."""
    for other in axes.figure.axes:
        bar = getattr(other, "_colorbar", None)
        if bar is not None and getattr(bar.mappable, "axes", None) is axes:
            return scale(bar)
    return []


def _signs(axes: Any) -> Tuple[int, int]:
    """-1 for an axis that runs backwards, as those of `imshow` do; not for logarithms of negative numbers."""
    return (
        -1 if axes.xaxis_inverted() and axes.get_xscale() == "linear" else 1,
        -1 if axes.yaxis_inverted() and axes.get_yscale() == "linear" else 1,
    )


def _turned(back: Any, signs: Tuple[int, int]) -> Any:
    from matplotlib.transforms import Affine2D

    return back + Affine2D().scale(*signs)


def _frame(name: str, axis: Any, sign: int) -> Dict[str, Any]:
    low, high = sorted(sign * float(end) for end in axis.get_view_interval())
    return {
        name + "label": plain(axis.get_label().get_text()),
        name + "scale": axis.get_scale(),
        name + "lim": [low, high],
        **_ticks(name + "ticks", axis, sign),
    }


def _items(axes: Any, back: Any, detail: int, signs: Tuple[int, int]) -> List[Dict[str, Any]]:
    """Bars are asked for, since only their container knows that they belong together."""
    found: List[Dict[str, Any]] = []
    skipped = _frame_of(axes)
    for container in axes.containers:
        bars = _bars(container) if signs == (1, 1) else None
        if bars is not None:
            found.append(bars)
            skipped |= set(container.patches)
    for artist in sorted(axes.get_children(), key=lambda each: float(each.get_zorder())):
        if not artist.get_visible() or artist in skipped:
            continue
        picture = shaded(artist, axes, back) if is_shaded(artist, axes) else None
        if picture is not None:
            found.append(picture)
        else:
            canvas = recorder(axes.figure)
            artist.draw(canvas)
            found += items_of(artist, canvas.drawn, back, detail)
    return found


def _frame_of(axes: Any) -> Set[Any]:
    sides = {getattr(axes, name, None) for name in ("xaxis", "yaxis", "zaxis")}
    titles = {axes.title, axes._left_title, axes._right_title, axes.get_legend()}
    return {axes.patch, *axes.spines.values()} | titles | sides


def _bars(container: Any) -> Optional[Dict[str, Any]]:
    """Upright bars of one width; anything else is drawn as the rectangles it consists of."""
    patches = getattr(container, "patches", None)
    if not patches or getattr(container, "orientation", "") == "horizontal":
        return None
    label = container.get_label()
    return {
        "kind": "bars",
        "label": "" if str(label).startswith("_") else plain(label),
        "x": [float(patch.get_x() + patch.get_width() / 2) for patch in patches],
        "y": [float(patch.get_y() + patch.get_height()) for patch in patches],
        "low": [float(patch.get_y()) for patch in patches],
        "width": float(patches[0].get_width()),
        "ink": ink(patches[0].get_facecolor()),
    }


def _ticks(name: str, axis: Any, sign: int) -> Dict[str, Any]:
    """Ticks with words of their own, such as categories; numbers are chosen where the plot is drawn."""
    from matplotlib.ticker import LogFormatter, ScalarFormatter

    numbers = isinstance(axis.get_major_formatter(), (ScalarFormatter, LogFormatter))
    if numbers and sign > 0:
        return {} if len(axis.get_majorticklocs()) else {name: []}
    low, high = sorted(axis.get_view_interval())
    pairs = [
        [sign * float(at), f"{at:g}" if numbers else plain(label.get_text())]
        for at, label in zip(axis.get_majorticklocs(), axis.get_majorticklabels())
        if low <= at <= high
    ]
    return {name: [pair for pair in pairs if pair[1]][:MOST_ITEMS]}
