"""A tree as one line of text that reads the same: fractions, roots and scripts get the brackets they need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from studytui.course.formula.factors import is_differential, is_number, is_operator, is_product, worded
from studytui.course.formula.nodes import (
    Accent,
    Brace,
    Fence,
    Fraction,
    Kind,
    Node,
    Root,
    Row,
    Scripts,
    Symbol,
    Table,
    bare,
    kind_of,
)
from studytui.course.formula.scripts import subscript, superscript
from studytui.course.formula.spacing import gap, kinds, opens

_MULTIPLIED = {"ord", "open", "fun", "big"}
_OPERATORS = set("∂∇Δd/")
_ROOTS = {"3": "∛", "4": "∜"}
_PLAIN_FENCES = {"⟨": "<", "⟩": ">", "‖": "||", "⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")"}
_LINES = {"\u0305", "\u0332"}
"""Marks that may run over several letters."""


class _Neighbour(NamedTuple):
    """The node to the left, with its class where it stands and its text."""

    node: Node
    kind: Kind
    text: str


class Line:
    """Writes nodes in one line, in Unicode or in plain ASCII."""

    def __init__(self, *, ascii: bool = False) -> None:
        self.ascii = ascii

    def text(self, node: Node) -> str:
        """The node in one line."""
        match node:
            case Symbol():
                return node.ascii or node.text if self.ascii else node.text
            case Row():
                return self.row(node.items)
            case Fraction():
                return self._fraction(node)
            case Root():
                return self._root(node)
            case Scripts():
                return self._base(node.base) + self.scripts(node)
            case Accent():
                return self._accent(node)
            case Brace():
                mark = ("⏟" if node.below else "⏞") if not self.ascii else ""
                return self.bracketed(node.body) + mark
            case Fence():
                return self._fence(node)
            case Table():
                return self._table(node)

    def row(self, items: Sequence[Node]) -> str:
        """Neighbours with the gaps, brackets and dots that keep them apart."""
        out = ""
        left: _Neighbour | None = None
        for i, (item, kind) in enumerate(zip(items, kinds(items), strict=True)):
            after = next((node for node in items[i + 1 :] if kind_of(node) != "space"), None)
            text = self._factor(item, left, after, out)
            out += ("" if out.endswith(" ") else self._blank(left, kind, item, out, text)) + text
            if kind != "space":
                left = _Neighbour(item, kind, text)
        return re.sub(" {3,}", "  ", out).strip(" ")

    def bracketed(self, node: Node) -> str:
        """The node, in brackets unless it is one thing."""
        text = self.text(node)
        return text if self._single(node) else f"({text})"

    def scripts(self, node: Scripts) -> str:
        """Subscript and superscript as text."""
        low = subscript(self.tight(node.low), ascii=self.ascii) if node.low is not None else ""
        high = superscript(self.tight(node.high), ascii=self.ascii) if node.high is not None else ""
        # Primes stand closest to the letter: f′ᵢ.
        return high + low if high in ("′", "″", "‴") and low else low + high

    def tight(self, node: Node) -> str:
        """The node without blanks around its signs, as scripts are written."""
        text = self.text(node)
        return re.sub(r" ?(->|<=|>=|!=|[+\-−=<>≤≥≠∈·×*,|→]) ?", r"\1", text) if len(text) > 1 else text

    def _factor(self, item: Node, left: _Neighbour | None, after: Node | None, out: str) -> str:
        """An item of a row; a fraction is set off from what it is multiplied with."""
        text = self.text(item)
        if kind_of(item) != "frac":
            return text
        follows = kind_of(after) if after is not None else None
        lonely = follows in _MULTIPLIED or (follows == "frac" and is_operator(item))
        if left is None:
            return f"({text})" if lonely else text
        before = kind_of(left.node)
        if before == "fun" or (before == "ord" and left.text[-1:] in _OPERATORS):
            return f"({text})"
        if before == "frac" and is_operator(left.node):
            return f"({text})"
        if lonely:
            return f"({text})"
        multiplied = before in ("ord", "close", "frac") and out[-1:] not in ("", " ")
        return f"{'*' if self.ascii else '·'}{text}" if multiplied else text

    def _blank(self, left: _Neighbour | None, kind: Kind, item: Node, out: str, text: str) -> str:
        if left is None or (left.kind == "fun" and text.startswith("(")):
            return ""
        return gap(left.kind, kind, left.node, item) or self._apart(left, item, out, text)

    def _apart(self, left: _Neighbour, item: Node, out: str, text: str) -> str:
        """A blank where two words would run together, or a script would swallow what follows."""
        if not out or not text or not (text[0].isalnum() or text[0] == "("):
            return ""
        if isinstance(bare(left.node), Scripts) and re.search(r"[_^](\w|\d+)$", out) and not opens(item):
            return " "
        if not (out[-1].isalnum() and text[0].isalnum()):
            return ""
        if "text" in (left.kind, kind_of(item)):
            return " "
        return " " if self.ascii and worded(left.text, text) else ""

    def _fraction(self, node: Fraction) -> str:
        if not node.bar:
            return f"{self.text(node.top)} choose {self.text(node.bottom)}"
        top = self.text(node.top)
        product = top and is_product(node.top)
        return f"{top if product else f'({top})'}/{self.bracketed(node.bottom)}"

    def _root(self, node: Root) -> str:
        index = self.tight(node.index) if node.index is not None else ""
        if self.ascii:
            return f"root({self.text(node.body)}, {index})" if index else f"sqrt({self.text(node.body)})"
        sign = _ROOTS.get(index) or (superscript(index) + "√" if index else "√")
        return sign + self.bracketed(node.body)

    def _base(self, node: Node) -> str:
        inner = bare(node)
        if isinstance(inner, Symbol | Accent | Fence | Brace) or inner == Row():
            return self.text(inner)
        return f"({self.text(inner)})"

    def _accent(self, node: Accent) -> str:
        text = self.text(node.body)
        if not self.ascii and text and (len(text) == 1 or (node.mark in _LINES and text.isalnum())):
            return "".join(char + node.mark for char in text)
        return f"{node.name}({text})"

    def _fence(self, node: Fence) -> str:
        left, right = node.left, node.right
        if isinstance(bare(node.body), Table) and not (left and right):
            left, right = left or "{", right or "}"
        if self.ascii:
            left, right = _PLAIN_FENCES.get(left, left), _PLAIN_FENCES.get(right, right)
        return left + self.text(node.body) + right

    def _table(self, node: Table) -> str:
        between = {"centre": ", ", "equations": " ", "left": "  "}[node.align]
        rows = (between.join(filter(None, map(self.text, row))) for row in node.rows)
        return "; ".join(filter(None, rows))

    def _single(self, node: Node) -> bool:
        """Whether the node reads as one thing under a fraction bar or a root."""
        inner = bare(node)
        if isinstance(inner, Symbol):
            return inner.kind in ("ord", "fun", "text") and " " not in inner.text
        if isinstance(inner, Scripts):
            return self._single(inner.base)
        if isinstance(inner, Row):
            return is_number(*inner.items) or (is_differential(inner) and self._single(inner.items[1]))
        return isinstance(inner, Accent | Root) or (
            isinstance(inner, Fence) and bool(inner.left and inner.right)
        )
