"""Style rules that give the roles of curves their colours."""

from __future__ import annotations

from rich.style import Style

from studytui.plot.palette import DARK, LIGHT, SHADES


def series_css() -> str:
    """Rules for the roles `series-0` … `series-7` and their dim ones, to nest in those of a picture."""
    return "\n".join([*_rules("", DARK), *_rules(":light", LIGHT)])


def _rules(state: str, colours: tuple[str, ...]) -> list[str]:
    return [
        f"&{state} > .plot--series-{number}{dim} {{ color: {colour}{strength}; }}"
        for number, colour in enumerate(colours)
        for dim, strength in (("", ""), ("-dim", " 45%"))
    ]


def shade_style(role: str) -> Style:
    """Pattern and ground of an image's cell in one colour, so that it is even; numbers in black or white."""
    if not role.startswith("shade-"):
        return Style()
    number = int(role.split("-")[1])
    ink = (
        ("#ffffff" if number < len(SHADES) // 2 else "#000000") if role.endswith("-text") else SHADES[number]
    )
    return Style(color=ink, bgcolor=SHADES[number])
