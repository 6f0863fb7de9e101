"""The sheet of paper a chart is printed on: sizes, where values lie, and marks to write on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from studytui.plot.ink import readable
from studytui.plot.palette import LIGHT, SHADES
from studytui.plot.scene import Scene

WIDTH, HEIGHT = 840, 520
SIZE = 14
"""Of the letters, in pixels."""
INK, FAINT, RULE = "#202020", "#606060", "#dddddd"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Paper:
    """The rectangle for the data, in pixels from the top left corner, and the axes over it."""

    scene: Scene
    left: float
    top: float
    right: float = WIDTH - 24.0
    bottom: float = HEIGHT - 56.0

    def across(self, value: float | None) -> float | None:
        """Where a value of x lies; None for what cannot be shown."""
        at = self.scene.x.fraction(value)
        return None if at is None else self.left + at * (self.right - self.left)

    def down(self, value: float | None) -> float | None:
        """Where a value of y lies; None for what cannot be shown."""
        at = self.scene.y.fraction(value)
        return None if at is None else self.bottom - at * (self.bottom - self.top)


def tag(name: str, **attributes: float | str) -> str:
    """One element without content; `_` in names stands for `-`."""
    return f"<{name}{_written(attributes)}/>"


def words(x: float, y: float, text: str, **attributes: float | str) -> str:
    """Text with its baseline at y."""
    given: dict[str, float | str] = {"x": x, "y": y, "fill": INK, **attributes}
    return f"<text{_written(given)}>{escape(_NO_XML.sub('', text))}</text>"


def colour(role: str) -> str:
    """The ink for a role."""
    if role.startswith("series-"):
        return LIGHT[int(role.split("-")[1]) % len(LIGHT)]
    if role.startswith("shade-"):
        return SHADES[int(role.split("-")[1])]
    if role.startswith("ink-"):
        return f"#{readable(role[4:], dark=False)}"
    return {"ghost": "#9a9a9a", "mark-bad": "#c00000"}.get(role, FAINT)


def _written(attributes: Mapping[str, float | str]) -> str:
    return "".join(
        f" {key.replace('_', '-')}={quoteattr(_number(value))}" for key, value in attributes.items()
    )


def _number(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
