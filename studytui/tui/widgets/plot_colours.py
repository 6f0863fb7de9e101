"""Colours of curves that colour-blind readers can tell apart, on dark and on light screens.

Source: M. Okabe and K. Ito, "Color Universal Design" (2008); lightened for dark themes, darkened for light
ones, so that each has enough contrast. Marks and dashes say the same without colour.
"""

from __future__ import annotations

DARK = ("#56b4e9", "#e69f00", "#2fc49a", "#e08fbf", "#6f9fe8", "#f0e442", "#f07a35", "#b0b0b0")
LIGHT = ("#0072b2", "#b35c00", "#007a59", "#a8447f", "#2a52a0", "#857a00", "#c04400", "#606060")


def series_css() -> str:
    """Rules for the roles `series-0` … `series-7` and their dim ones, to nest in those of a picture."""
    return "\n".join([*_rules("", DARK), *_rules(":light", LIGHT)])


def _rules(state: str, colours: tuple[str, ...]) -> list[str]:
    return [
        f"&{state} > .plot--series-{number}{dim} {{ color: {colour}{strength}; }}"
        for number, colour in enumerate(colours)
        for dim, strength in (("", ""), ("-dim", " 45%"))
    ]
