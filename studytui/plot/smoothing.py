"""Exponential moving average at full rate, with TensorBoard's correction of the early bias."""

from __future__ import annotations

import math

WEIGHT = 0.9
"""How much of the past each step keeps."""


class Average:
    """`e ← w·e + (1 − w)·x`, shown as `e / (1 − wᵏ)` after k steps.

    Smoothing before reducing makes the curve independent of how many points are kept. A value that stands for
    several steps (a decimated batch) counts that many times.
    """

    __slots__ = ("_debias", "_value", "weight")

    def __init__(self, weight: float = WEIGHT) -> None:
        self.weight = weight
        self._value = 0.0
        self._debias = 1.0

    def add(self, value: float, steps: int = 1) -> float:
        """Take in a finite value; the average so far."""
        keep = self.weight if steps == 1 else self.weight**steps
        self._value = keep * self._value + (1.0 - keep) * value
        self._debias *= keep
        shown = self._value / (1.0 - self._debias)
        return shown if math.isfinite(shown) else value
