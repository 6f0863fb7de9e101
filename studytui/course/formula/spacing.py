"""How far apart two neighbours stand, after TeX's rules for its classes of atoms."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.course.formula.nodes import Fence, Kind, Node, Scripts, Symbol, bare, kind_of

_BEFORE_SIGN = {"rel", "bin", "open", "punct", "big", "fun"}


def kinds(items: Sequence[Node]) -> list[Kind]:
    """The class of each item; plus or minus with nothing to its left is a sign and binds like a bracket."""
    out: list[Kind] = []
    before: Kind | None = None
    for item in items:
        kind = kind_of(item)
        if kind == "bin" and (before is None or before in _BEFORE_SIGN):
            kind = "open"
        out.append(kind)
        before = before if kind == "space" else kind
    return out


def gap(before: Kind | None, after: Kind, left: Node | None, right: Node) -> str:
    """The blanks between two neighbours."""
    if before is None or left is None or "space" in (before, after):
        return ""
    if "rel" in (before, after) or "bin" in (before, after) or before == "punct":
        return "" if after == "punct" else " "
    if before == "unknown":
        return " "
    if before in ("fun", "big"):
        return _after_operator(left, right, after)
    if after in ("fun", "big"):
        return "" if before == "open" else " "
    return ""


def _after_operator(left: Node, right: Node, after: Kind) -> str:
    if after in ("punct", "close"):
        return ""
    return "" if _named(left) and opens(right) else " "


def _named(node: Node) -> bool:
    """Whether the operator is a word: `max(a, b)`, but `∑ (a + b)`."""
    node = bare(node)
    if isinstance(node, Scripts):
        return _named(node.base)
    return isinstance(node, Symbol) and node.text[:1].isalpha()


def opens(node: Node) -> bool:
    """Whether the node begins with a bracket."""
    node = bare(node)
    if isinstance(node, Scripts):
        return opens(node.base)
    if isinstance(node, Fence):
        return bool(node.left)
    return isinstance(node, Symbol) and node.kind == "open" and node.text in "([{⟨⌊⌈"
