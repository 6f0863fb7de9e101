"""Lines of a page: plain text with a few styles."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

BOLD = Style(bold=True)
DIM = Style(dim=True)
PLAIN = Style()
LABEL = 11
"""Cells of the labels on the left."""


def line(*parts: str | tuple[str, Style]) -> Strip:
    """A line of texts and (text, style) pairs."""
    pairs = [(part, PLAIN) if isinstance(part, str) else part for part in parts]
    return Strip([Segment(text, style) for text, style in pairs if text])


def fact(label: str, words: str) -> Strip:
    """`memory     48 bytes`."""
    return line((f"{label:<{LABEL}}", DIM), words)


def sizes(shape: object) -> str:
    """`[3, 4]`."""
    return f"[{', '.join(map(str, shape))}]" if isinstance(shape, list | tuple) else "[?]"
