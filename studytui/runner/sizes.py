"""Sizes of memory, read and written as people do: 1G, 512M, 1.5 GiB. Powers of 1024."""

from __future__ import annotations

import re

UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(?:I?B)?", re.IGNORECASE)


def parse_size(text: str) -> int:
    """Bytes in "512M", "1.5G", "2 GiB", "1048576". Raises ValueError saying what is expected."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no size: write 512M, 1.5G or a number of bytes")
    return int(float(match[1]) * UNITS[match[2].upper()])


def amount(size: int) -> str:
    """`size` bytes in the largest unit that leaves at least 1: "1.5 GiB"."""
    for unit in ("T", "G", "M", "K"):
        if size >= UNITS[unit]:
            value = size / UNITS[unit]
            return f"{value:.3g} {unit}iB" if value < 999.5 else f"{value:.0f} {unit}iB"
    return f"{size} bytes"
