"""What the shades of an image stand for."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.plot.chart import Image, ScaleEntry
from studytui.plot.numbers import short
from studytui.plot.shade import pattern, role

STEPS = 5


def image_scale(images: Sequence[Image], words: Sequence[str]) -> tuple[ScaleEntry, ...]:
    """Shades from low to high with the numbers of the figure's colour bar, else with the only image's own."""
    if not images:
        return ()
    if not words and len(images) == 1:
        low, high = images[0].low, images[0].high
        parts = [number / (STEPS - 1) for number in range(STEPS)]
        words = [short(low * (1 - part) + high * part, 3) for part in parts]
    levels = [number / max(1, len(words) - 1) for number in range(len(words))]
    return tuple((pattern(level) * 2, word, role(level)) for level, word in zip(levels, words, strict=True))
