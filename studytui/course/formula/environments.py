"""`\\begin{…}` to `\\end{…}`: matrices, cases, aligned equations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.course.formula.nodes import EMPTY, Align, Fence, Node, Row, Symbol, Table
from studytui.course.formula.symbols import words

if TYPE_CHECKING:
    from studytui.course.formula.parser import Parser

_FENCES = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "array": ("", ""),
    "tabular": ("", ""),
    "bmatrix": ("[", "]"),
    "pmatrix": ("(", ")"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "Bmatrix": ("{", "}"),
    "cases": ("{", ""),
    "dcases": ("{", ""),
    "rcases": ("", "}"),
}
_EQUATIONS = words("aligned align alignat alignedat split gather gathered eqnarray equation multline")
_WITH_ARGUMENT = {"array", "tabular", "alignat", "alignedat"}


def environment(parser: Parser) -> Node:
    """The table after `\\begin`, up to and including its `\\end`."""
    name = parser.raw().rstrip("*")
    if name in _WITH_ARGUMENT:
        parser.raw()
    rows = table_rows(parser)
    if parser.take_if("command", "end"):
        if (closed := parser.raw().rstrip("*")) != name:
            parser.problem(f"\\begin{{{name}}} ends as \\end{{{closed}}}")
    else:
        parser.problem(f"\\begin{{{name}}} without \\end")
    if name in _FENCES:
        left, right = _FENCES[name]
        align: Align = "left" if "cases" in name else "centre"
        return Fence(left, right, Table(rows, align)) if left or right else Table(rows, align)
    if name in _EQUATIONS:
        return Table(rows, "equations")
    parser.problem(f"unknown environment {name}")
    return Row((Symbol(f"\\begin{{{name}}}", "unknown"), Table(rows, "left")))


def table_rows(parser: Parser) -> tuple[tuple[Node, ...], ...]:
    """Cells divided by `&` in lines divided by `\\\\`, without empty lines."""
    rows = [tuple(parser.cells())]
    while parser.take_if("newline"):
        if parser.take_if("char", "["):  # the distance to the next line: \\[4pt]
            parser.row(until="]")
            parser.take_if("char", "]")
        rows.append(tuple(parser.cells()))
    return tuple(row for row in rows if any(cell != EMPTY for cell in row))
