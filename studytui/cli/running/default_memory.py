"""How much memory a run may have when nobody said."""

from __future__ import annotations

from pathlib import Path

from studytui.runner.request import GIB, Limits

LEAST = GIB


def default_memory(*, local: bool) -> int:
    """Bytes: half of what is available here, at least 1 GiB; behind a launcher, the usual limit."""
    return max(LEAST, available() // 2) if local and available() else Limits().memory


def available(meminfo: Path = Path("/proc/meminfo")) -> int:
    """Bytes the kernel thinks can be had without swapping; 0 where it does not say."""
    try:
        lines = meminfo.read_text().splitlines()
    except OSError:
        return 0
    found = (line.split() for line in lines if line.startswith("MemAvailable:"))
    return next((int(words[1]) << 10 for words in found), 0)
