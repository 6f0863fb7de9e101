"""Style rules that give the roles of curves their colours."""

from __future__ import annotations

from studytui.plot.palette import DARK, LIGHT


def series_css() -> str:
    """Rules for the roles `series-0` … `series-7` and their dim ones, to nest in those of a picture."""
    return "\n".join([*_rules("", DARK), *_rules(":light", LIGHT)])


def _rules(state: str, colours: tuple[str, ...]) -> list[str]:
    return [
        f"&{state} > .plot--series-{number}{dim} {{ color: {colour}{strength}; }}"
        for number, colour in enumerate(colours)
        for dim, strength in (("", ""), ("-dim", " 45%"))
    ]
