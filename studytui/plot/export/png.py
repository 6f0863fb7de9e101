"""The SVG picture as PNG, by resvg: no browser, no cairo, no system package.

resvg is native code and ends the whole process on some numbers, so it runs in a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
ZOOM = 2
"""Pixels of the PNG for one of the SVG: letters stay sharp on a slide."""
PATIENCE = 60.0
"""Seconds."""


def png(svg: str) -> bytes | None:
    """The bytes of the PNG file; None when resvg could not draw it."""
    command = [sys.executable, "-m", __name__]
    try:
        drawn = subprocess.run(
            command, input=svg.encode(), capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return drawn.stdout if drawn.returncode == 0 and drawn.stdout.startswith(b"\x89PNG") else None


def fonts() -> list[str]:
    """The font files that come with matplotlib: a bare server has none of its own."""
    found = find_spec("matplotlib")  # where it lies; nothing of it is imported
    if found is None or found.origin is None:
        return []
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    return [str(folder / name) for name in FONTS if (folder / name).is_file()]


def main() -> None:
    """SVG on standard input, PNG on standard output."""
    import resvg_py

    text = sys.stdin.buffer.read().decode()
    drawn = resvg_py.svg_to_bytes(
        svg_string=text, zoom=ZOOM, font_files=fonts(), sans_serif_family="DejaVu Sans"
    )
    sys.stdout.buffer.write(bytes(drawn))


if __name__ == "__main__":
    main()
