"""Markdown with formulas as plain text that reads well aloud."""

from __future__ import annotations

import os

from studytui.course.formula import inline
from studytui.plot.terminal import letters
from studytui.study.markup import Kind, pieces


def plain(markdown: str) -> str:
    """The text without its marks; formulas in one line, code as it stands."""
    return "".join(_shown(kind, text) for kind, text in pieces(markdown)).strip()


def indented(code: str) -> str:
    """Code, four spaces in."""
    return "\n".join(f"    {line}" for line in code.rstrip().splitlines())


def numbered(code: str) -> str:
    """Code with its line numbers."""
    return "\n".join(f"{number:>3}  {line}" for number, line in enumerate(code.rstrip().splitlines(), 1))


def _shown(kind: Kind, text: str) -> str:
    if kind == "formula":
        return inline(text, ascii=letters(os.environ) is not None)
    return indented(text) if kind == "block" else text
