"""A drawn chart: rows of spans, each with a role that the theme turns into a colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from studytui.plot.ink import readable, rgb
from studytui.plot.palette import SHADES


class Span(NamedTuple):
    """Text of one role. Roles: axis, title, text, legend, series-0 … series-7 (each also with -dim), ghost,
    mark-bad, crosshair, note, `ink-rrggbb` for a colour the code chose, and shade-0 … shade-11 for
    images (each also with -text for a number upon it).
    """

    text: str
    role: str


Row = tuple[Span, ...]

_ANSI = {
    "axis": "2",
    "title": "1",
    "ghost": "2",
    "mark-bad": "1;31",
    "crosshair": "2",
    "note": "33",
}
# Nearest to the colours of Okabe and Ito (2008), which colour-blind readers can tell apart, among the 256;
# bright and dark enough for either background.
_SERIES = ("38;5;39", "38;5;208", "38;5;36", "38;5;175", "38;5;68", "38;5;178", "38;5;166", "38;5;245")


@dataclass(frozen=True, slots=True)
class Picture:
    """Exactly `height` rows of exactly `width` cells."""

    width: int
    height: int
    rows: tuple[Row, ...]

    def plain(self) -> str:
        """The picture as text alone, one line a row, without trailing blanks."""
        return "\n".join("".join(span.text for span in row).rstrip() for row in self.rows)

    def ansi(self) -> str:
        """The picture with colours for a plain terminal."""
        return "\n".join("".join(map(_coloured, row)).rstrip() for row in self.rows)


def _coloured(span: Span) -> str:
    code = _code(span.role)
    unseen = span.text.isspace() and not span.role.startswith("shade-")
    return f"\x1b[{code}m{span.text}\x1b[0m" if code and not unseen else span.text


def _shade(number: str, text: str = "") -> str:
    """Pattern and ground in one colour, so that the cell is even; numbers upon it in black or white."""
    ground = ";".join(str(part) for part in rgb(SHADES[int(number)][1:]))
    ink = ("255;255;255" if int(number) < len(SHADES) // 2 else "0;0;0") if text else ground
    return f"38;2;{ink};48;2;{ground}"


def _code(role: str) -> str:
    name, _, rest = role.partition("-")
    if name == "shade":
        return _shade(*rest.split("-"))
    if name == "ink":
        return "38;2;" + ";".join(str(part) for part in rgb(readable(rest)))
    if name != "series" or not rest:
        return _ANSI.get(role, "")
    number, _, dim = rest.partition("-")
    colour = _SERIES[int(number) % len(_SERIES)]
    return f"2;{colour}" if dim else colour
