"""A formula as a tree. Every node says how it meets its neighbours through `kind_of`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "ord", "bin", "rel", "punct", "open", "close", "fun", "big", "text", "space", "frac", "unknown"
]
"""TeX's atom classes, with `fun` for named functions and `big` for operators that take limits."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One sign or word. `ascii` is how a terminal without Unicode shows it."""

    text: str
    kind: Kind = "ord"
    ascii: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes side by side."""

    items: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Fraction:
    """One over the other; without the bar it is the inside of a binomial."""

    top: Node
    bottom: Node
    bar: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root, square unless it has an index."""

    body: Node
    index: Node | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """Subscript and superscript; the limits of a big operator."""

    base: Node
    low: Node | None = None
    high: Node | None = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over or under its body; `name` says which, `mark` is the combining character."""

    body: Node
    name: str
    mark: str


@dataclass(frozen=True, slots=True)
class Brace:
    """A horizontal brace below or above its body."""

    body: Node
    below: bool


@dataclass(frozen=True, slots=True)
class Fence:
    """Delimiters that grow with what they hold; '' for none."""

    left: str
    right: str
    body: Node


Align = Literal["centre", "equations", "left"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells: matrices, cases, aligned equations."""

    rows: tuple[tuple[Node, ...], ...]
    align: Align = "centre"


Node = Symbol | Row | Fraction | Root | Scripts | Accent | Brace | Fence | Table

EMPTY = Row()


def bare(node: Node) -> Node:
    """The node without groups around a single node."""
    while isinstance(node, Row) and len(node.items) == 1:
        node = node.items[0]
    return node


def kind_of(node: Node) -> Kind:
    """How the node meets its neighbours."""
    node = bare(node)
    if isinstance(node, Symbol):
        return node.kind
    if isinstance(node, Scripts):
        kind = kind_of(node.base)
        return "ord" if kind == "frac" else kind
    return "frac" if isinstance(node, Fraction) and node.bar else "ord"
