"""A tree as a picture of several lines: fractions stacked, brackets grown, limits above and below."""

from __future__ import annotations

from studytui.course.formula.boxes import NOTHING, Align, Box, beside, pad, stack, text
from studytui.course.formula.factors import worded
from studytui.course.formula.fences import fence
from studytui.course.formula.line import Line
from studytui.course.formula.nodes import (
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
from studytui.course.formula.spacing import gap, kinds
from studytui.course.formula.symbols import INTEGRALS


class Layout:
    """Lays nodes out in two dimensions; what fits in one line is written by `Line`."""

    def __init__(self, *, ascii: bool = False) -> None:
        self.line = Line(ascii=ascii)
        self.ascii = ascii

    def box(self, node: Node) -> Box:
        """The node as a box."""
        match node:
            case Row():
                return self._row(node)
            case Fraction():
                return self._fraction(node)
            case Root():
                return self._root(node)
            case Scripts():
                return self._scripts(node)
            case Brace():
                return self._brace(node)
            case Fence():
                return self._fence(node)
            case Table():
                return self._table(node)
            case _:
                return text(self.line.text(node))

    def _row(self, row: Row) -> Box:
        classes = kinds(row.items)
        parts: list[Box] = []
        before: Kind | None = None
        left: Node | None = None
        for item, kind in zip(row.items, classes, strict=True):
            drawn = self.box(item)
            ends = parts[-1].lines[parts[-1].base][-1:] if parts else ""
            blank = (
                "" if ends == " " else gap(before, kind, left, item) or self._apart(left, item, parts, drawn)
            )
            parts += [text(blank), drawn] if blank else [drawn]
            if kind != "space":
                before, left = kind, item
        return beside(parts)

    def _apart(self, left: Node | None, item: Node, parts: list[Box], drawn: Box) -> str:
        """Fraction bars must not touch, nor words run together."""
        if left is None or not parts or not drawn.width:
            return ""
        fractions = [isinstance(bare(node), Fraction) for node in (left, item)]
        if any(fractions) and kind_of(item) not in ("punct", "close") and kind_of(left) != "open":
            return " "
        end, begin = parts[-1].lines[parts[-1].base][-1:], drawn.lines[drawn.base][:1]
        if not (end.isalnum() and begin.isalnum()):
            return ""
        words = self.ascii and worded(parts[-1].lines[parts[-1].base], drawn.lines[drawn.base])
        return " " if words or "text" in (kind_of(left), kind_of(item)) else ""

    def _fraction(self, node: Fraction) -> Box:
        top, bottom = self.box(node.top), self.box(node.bottom)
        width = max(top.width, bottom.width) + 2 * node.bar
        bar = text(("-" if self.ascii else "─") * width if node.bar else " " * width)
        return stack((top, bar, bottom), top.height)

    def _root(self, node: Root) -> Box:
        body = self.box(node.body)
        if body.height == 1 or self.ascii:
            return text(self.line.text(node))
        index = self.line.tight(node.index) if node.index is not None else ""
        roof = " ┌" + "─" * body.width
        lines = [f"{'╲' if row == body.height - 1 else ' '}│{line}" for row, line in enumerate(body.lines)]
        root = Box((roof, *lines), body.base + 1)
        return beside((Box((index,), 0), root)) if index else root

    def _scripts(self, node: Scripts) -> Box:
        if self._takes_limits(node.base):
            return self._limits(node)
        base = self.box(node.base)
        flat = self.line.text(node)
        if base.height == 1 and (self.ascii or not any(mark in self.line.scripts(node) for mark in "^_")):
            return text(flat)
        if isinstance(bare(node.base), Fraction | Row) and bare(node.base) != Row():
            base = self._fenced("(", ")", base)
        high, low = self._script(node.high), self._script(node.low)
        width = max(high.width, low.width)
        lines = [" " * base.width + pad(line, width) for line in high.lines]
        lines += [line + " " * width for line in base.lines]
        lines += [" " * base.width + pad(line, width) for line in low.lines]
        return Box(tuple(lines), high.height + base.base)

    def _script(self, node: Node | None) -> Box:
        """A script as a box, without blanks where one line is enough; no lines for None."""
        if node is None:
            return Box(())
        drawn = self.box(node)
        return text(self.line.tight(node)) if drawn.height == 1 else drawn

    def _takes_limits(self, node: Node) -> bool:
        inner = bare(node)
        if isinstance(inner, Brace):
            return True
        if isinstance(inner, Symbol) and inner.kind == "big":
            return inner.text not in INTEGRALS
        return isinstance(inner, Symbol) and inner.kind == "rel"

    def _limits(self, node: Scripts) -> Box:
        base = self.box(node.base)
        high, low = self._script(node.high), self._script(node.low)
        return stack((high, base, low), high.height + base.base)

    def _brace(self, node: Brace) -> Box:
        body = self.box(node.body)
        left, middle, right = ("╰┬╯" if node.below else "╭┴╮") if not self.ascii else "+++"
        half = max(0, body.width - 3)
        edge = "-" if self.ascii else "─"
        brace = text(left + edge * (half // 2) + middle + edge * (half - half // 2) + right)
        parts = (body, brace) if node.below else (brace, body)
        return stack(parts, body.base + (0 if node.below else 1))

    def _fence(self, node: Fence) -> Box:
        body = self.box(node.body)
        if self.ascii and body.height == 1:
            return text(self.line.text(node))
        if body.height > 1 and isinstance(bare(node.body), Table):
            body = beside((text(" " * bool(node.left)), body, text(" " * bool(node.right))))
        return self._fenced(node.left, node.right, body)

    def _fenced(self, left: str, right: str, body: Box) -> Box:
        return beside((fence(left, body.height, body.base), body, fence(right, body.height, body.base)))

    def _table(self, node: Table) -> Box:
        rows = [[self.box(cell) for cell in row] for row in node.rows]
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return NOTHING
        widths = [max((row[c].width for row in rows if c < len(row)), default=0) for c in range(columns)]
        drawn = [self._table_row(row, widths, node) for row in rows]
        tall = any(row.height > 1 for row in drawn)
        spaced = [part for row in drawn for part in ((row, text("")) if tall else (row,))]
        parts = spaced[: len(spaced) - tall]
        height = sum(part.height for part in parts)
        base = drawn[0].base if len(drawn) == 1 else (height - 1) // 2
        return stack(parts, base, "left")

    def _table_row(self, row: list[Box], widths: list[int], node: Table) -> Box:
        parts: list[Box] = []
        for column, width in enumerate(widths):
            cell = row[column] if column < len(row) else NOTHING
            if column:
                # In aligned equations every second & only marks the place to align at.
                parts.append(text(" " if node.align == "equations" and column % 2 else "  "))
            align = _alignment(node, column)
            parts.append(Box(tuple(pad(line, width, align) for line in cell.lines), cell.base))
        return beside(parts)


def _alignment(node: Table, column: int) -> Align:
    if node.align == "equations" and max(map(len, node.rows)) > 1:
        return "left" if column % 2 else "right"
    return "centre" if node.align == "centre" else "left"
