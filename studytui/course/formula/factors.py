"""What reads as one factor in a line, and needs no brackets around it."""

from __future__ import annotations

import re

from studytui.course.formula.nodes import Fraction, Node, Row, Scripts, Symbol, Table, bare, kind_of
from studytui.course.formula.spacing import kinds


def worded(left: str, right: str) -> bool:
    """Whether one of two neighbours is a word where they meet, as `theta` is in ASCII."""
    before, after = re.search(r"[a-zA-Z]*$", left), re.match(r"[a-zA-Z]*", right)
    return any(match is not None and len(match.group()) > 1 for match in (before, after))


def is_number(*nodes: Node) -> bool:
    return bool(nodes) and all(isinstance(n, Symbol) and (n.text.isdigit() or n.text == ".") for n in nodes)


def is_differential(row: Row) -> bool:
    """`dx` or `∂x`."""
    first = bare(row.items[0]) if len(row.items) == 2 else None
    return isinstance(first, Symbol) and first.text in ("d", "∂")


def is_operator(node: Node) -> bool:
    """`d/dx`: an operator, not a factor."""
    inner = bare(node)
    if not isinstance(inner, Fraction):
        return False
    top = bare(inner.top)
    top = bare(top.base) if isinstance(top, Scripts) else top
    return isinstance(top, Symbol) and top.text in ("d", "∂")


def is_product(node: Node) -> bool:
    """Whether the node is a plain product, which needs no brackets as a numerator."""
    inner = bare(node)
    if not isinstance(inner, Row):
        return not isinstance(inner, Fraction | Table) and kind_of(inner) in ("ord", "text", "fun")
    depth = 0
    for item, kind in zip(inner.items, kinds(inner.items), strict=True):
        sign = item.text if isinstance(item, Symbol) else ""
        depth += (kind == "open") - (kind == "close")
        loose = kind not in ("ord", "open", "close", "text") or sign in ("/", "−", "+")
        if depth == 0 and (loose or isinstance(item, Table)):
            return False
    return depth == 0
