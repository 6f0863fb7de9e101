"""The exact account of a series, however few of its points travel."""

from __future__ import annotations

import math
from typing import Dict, Optional, Sequence

from .thinning import Thinned


class Totals:
    """Count, first, last, least and greatest finite value, number of values that are not finite."""

    def __init__(self) -> None:
        self.count = 0
        self.first: Optional[float] = None
        self.last: Optional[float] = None
        self.min: Optional[float] = None
        self.max: Optional[float] = None
        self.bad = 0

    def add(self, values: Sequence[float], thinned: Thinned) -> None:
        """Account for a batch. What was kept of it has its extremes, so only that is looked at."""
        if not values:
            return
        if self.count == 0:
            self.first = values[0]
        self.last = values[-1]
        self.count += len(values)
        self.bad += thinned.bad
        finite = [values[i] for i in thinned.kept if math.isfinite(values[i])]
        if finite:
            low, high = min(finite), max(finite)
            self.min = low if self.min is None else min(self.min, low)
            self.max = high if self.max is None else max(self.max, high)

    def fields(self) -> Dict[str, object]:
        """As they go over the wire."""
        return dict(vars(self))
