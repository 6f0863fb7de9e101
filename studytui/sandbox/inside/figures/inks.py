"""Colours as the app takes them: `C0` to `C9` for matplotlib's own series colours, else `#rrggbb`."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

MOST_INKS = 12
"""Colours one artist keeps apart; nearer ones are drawn as one."""
SCALE_STEPS = 5


def ink(color: Any) -> Optional[str]:
    """The colour; None where nothing would be seen."""
    from matplotlib import rcParams
    from matplotlib.colors import to_hex, to_rgba

    if color is None or to_rgba(color)[3] == 0:
        return None
    found = to_hex(color)
    cycle = [to_hex(each) for each in rcParams["axes.prop_cycle"].by_key().get("color", ())]
    return f"C{cycle.index(found)}" if found in cycle[:10] else found


def inks(colors: Any, count: int) -> List[Optional[str]]:
    """One for each of `count` parts, which take the colours in turn; at most `MOST_INKS` different ones."""
    import numpy

    given = numpy.asarray(colors, float)
    if given.ndim != 2 or not len(given):
        return [None] * count
    for step in (0.0, 0.06, 0.12, 0.25, 0.5, 1.0):
        rounded = given.copy()
        if step:
            rounded[:, :3] = numpy.clip((given[:, :3] / step).round() * step, 0, 1)
        different = {tuple(row) for row in rounded[:, :3].tolist()}
        if len(different) <= MOST_INKS:
            break
    known: Dict[Tuple[float, ...], Optional[str]] = {}
    for row in rounded.tolist():
        if tuple(row) not in known:
            known[tuple(row)] = ink(row)
    rows = rounded.tolist()
    return [known[tuple(rows[i % len(rows)])] for i in range(count)]


def scale(bar: Any) -> List[List[str]]:
    """A colour bar as pairs of a colour and the number it stands for, from low to high."""
    import numpy

    mappable = bar.mappable
    low, high = mappable.get_clim()
    if low is None or high is None:
        return []
    values = [float(mappable.norm.inverse(part)) for part in numpy.linspace(0, 1, SCALE_STEPS)]
    tiny = 1e-9 * (high - low)
    return [
        [ink(mappable.cmap(mappable.norm(value))) or "#808080", f"{0 if abs(value) < tiny else value:.3g}"]
        for value in values
    ]
