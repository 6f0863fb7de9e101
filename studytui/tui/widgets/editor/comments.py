"""Comment lines out, and back in."""

from __future__ import annotations

from collections.abc import Sequence

MARK = "# "


def toggled(lines: Sequence[str]) -> list[str]:
    """All lines commented out at their common indent; or, where all are comments already, back to code."""
    full = [line for line in lines if line.strip()]
    if full and all(line.lstrip().startswith("#") for line in full):
        return [_bare(line) for line in lines]
    depth = min((len(line) - len(line.lstrip()) for line in full), default=0)
    return [line[:depth] + MARK + line[depth:] if line.strip() else line for line in lines]


def _bare(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    text = line.lstrip()
    return indent + text.removeprefix(MARK) if text.startswith(MARK) else indent + text.removeprefix("#")
