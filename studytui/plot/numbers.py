"""Numbers as the wire brings them, and numbers as the reader sees them."""

from __future__ import annotations

import math

WireNumber = float | int | str | None


def real(value: object) -> float:
    """The value as a float; "nan", "inf", "-inf" as they are, and anything that is no number as nan."""
    if isinstance(value, bool) or not isinstance(value, (float, int, str)):
        return math.nan
    try:
        return float(value)
    except (ValueError, OverflowError):
        return math.nan


def finite(value: object) -> float | None:
    """The value as a finite float, else None."""
    number = real(value)
    return number if math.isfinite(number) else None


def short(value: float, digits: int = 4) -> str:
    """The value with `digits` significant digits: 0.1317, 8.79, 1.2e-05, nan."""
    if value == 0:
        return "0"
    text = f"{value:.{digits}g}"
    return text.replace("e+0", "e").replace("e+", "e").replace("e-0", "e-").replace("-", "−")
