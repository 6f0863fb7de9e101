"""The three questions about a formula: how it reads in a line, how it looks, what in it is unknown."""

from __future__ import annotations

from functools import lru_cache

from studytui.course.formula.layout import Layout
from studytui.course.formula.line import Line
from studytui.course.formula.nodes import Node
from studytui.course.formula.parser import Parser, TooDeepError

LONGEST = 4000
"""Characters; what is longer is shown as it was written."""

_ASCII_LINES = str.maketrans("│║⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎪⎩⎨⎫⎭⎬⎰⎱", r"||/|\\|/[[[]]]/|\<\/>/" + "\\")


def inline(tex: str, ascii: bool = False) -> str:
    """The formula in one line of Unicode, or of ASCII; commands it does not know stay as they are."""
    node, _ = _parsed(tex)
    return " ".join(tex.split()) if node is None else Line(ascii=ascii).text(node).strip()


def display(tex: str, ascii: bool = False) -> tuple[str, ...]:
    """The formula as a picture of one or more lines."""
    node, _ = _parsed(tex)
    if node is None:
        return tuple(line.strip() for line in tex.strip().splitlines()) or ("",)
    lines = Layout(ascii=ascii).box(node).lines
    return tuple((line.translate(_ASCII_LINES) if ascii else line).rstrip() for line in lines)


def problems(tex: str) -> tuple[str, ...]:
    """What in the source is not understood, in words; empty when all of it is."""
    return _parsed(tex)[1]


@lru_cache(maxsize=512)
def _parsed(tex: str) -> tuple[Node | None, tuple[str, ...]]:
    if len(tex) > LONGEST:
        return None, (f"longer than {LONGEST} characters",)
    try:
        parser = Parser(tex.strip())
    except TooDeepError as error:
        return None, (str(error),)
    return parser.node, tuple(parser.problems)
