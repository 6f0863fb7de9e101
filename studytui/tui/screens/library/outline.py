"""How far something is, in glyphs and words."""

from __future__ import annotations

BAR = 5


def mark(done: int, total: int) -> str:
    """Glyph and word of a lesson: `✓ done`, `◐ 3/9`, `· new`."""
    if done >= total:
        return "✓ done"
    return f"◐ {done}/{total}" if done else "· new"


def bar(done: int, total: int) -> str:
    """Five cells: ▰▰▰▱▱; only what is whole counts."""
    full = BAR * done // total if total else 0
    return "▰" * full + "▱" * (BAR - full)
