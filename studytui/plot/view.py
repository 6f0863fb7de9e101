"""What the reader chose to see of a recorded series."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """Scale, smoothing, the steps from `low` to `high` (None: all), and the step under the crosshair."""

    log_y: bool = False
    smooth: bool = True
    low: float | None = None
    high: float | None = None
    crosshair: float | None = None
    elev: float = 0.0
    azim: float = 0.0
    """Degrees by which 3-D axes are turned."""
