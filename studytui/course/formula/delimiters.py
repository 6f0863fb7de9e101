"""`\\left … \\middle … \\right`."""

from __future__ import annotations

from studytui.course.formula.nodes import Fence, Node, Symbol
from studytui.course.formula.parser import Parser
from studytui.course.formula.symbols import symbol


def left(parser: Parser, name: str) -> list[Node]:
    """What stands between two delimiters that grow with it."""
    opening, body = _delimiter(parser), parser.row()
    if parser.take_if("command", "right"):
        return [Fence(opening, _delimiter(parser), body)]
    parser.problem("\\left without \\right")
    return [Fence(opening, "", body)]


def middle(parser: Parser, name: str) -> list[Node]:
    """A delimiter within, as in conditional probabilities."""
    return [Symbol(_delimiter(parser), "rel", "|")]


def _delimiter(parser: Parser) -> str:
    token = parser.take()
    if token is None or (token.kind == "char" and token.text == "."):
        return ""
    known = symbol(token.text) if token.kind == "command" else None
    if token.kind == "command" and known is None:
        parser.problem(f"unknown delimiter \\{token.text}")
    return known.text if known else token.text
