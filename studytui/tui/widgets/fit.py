"""Text made to fit a number of cells."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def shortened(text: str, width: int) -> str:
    """The text, ended with … when it is wider than `width` cells."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def spread(left: str, right: str, width: int, least: int = 12) -> str:
    """`left` and `right` at the two ends of one row; left gives way first, down to `least` cells."""
    right = shortened(right, max(0, width - min(least, cell_len(left)) - 1))
    left = shortened(left, width - cell_len(right) - (1 if right else 0))
    return left + " " * (width - cell_len(left) - cell_len(right)) + right
