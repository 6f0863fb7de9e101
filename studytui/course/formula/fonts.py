"""Letters in another alphabet: 𝐱, ℝ, ℒ."""

from __future__ import annotations

from dataclasses import replace

from studytui.course.formula.nodes import Accent, Fence, Fraction, Node, Root, Row, Scripts, Symbol, Table

_UPPER, _LOWER, _DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789"
_GREEK = "αβγδεζηθικλμνξοπρςστυφχψω"


def _alphabet(upper: int, lower: int = 0, digits: int = 0, greek: int = 0, holes: str = "") -> dict[str, str]:
    starts = ((_UPPER, upper), (_LOWER, lower), (_DIGITS, digits), (_GREEK, greek))
    table = {c: chr(start + i) for chars, start in starts if start for i, c in enumerate(chars)}
    # Letters that Unicode had before it got the alphabets live elsewhere: "Rℝ Zℤ".
    return table | {pair[0]: pair[1] for pair in holes.split()}


_BOLD = _alphabet(0x1D400, 0x1D41A, 0x1D7CE, 0x1D6C2)
_SCRIPT = _alphabet(0x1D49C, holes="Bℬ Eℰ Fℱ Hℋ Iℐ Lℒ Mℳ Rℛ")
FONTS = {
    "mathbf": _BOLD,
    "boldsymbol": _BOLD,
    "bm": _BOLD,
    "bold": _BOLD,
    "mathbb": _alphabet(0x1D538, 0x1D552, 0x1D7D8, holes="Cℂ Hℍ Nℕ Pℙ Qℚ Rℝ Zℤ"),
    "mathcal": _SCRIPT,
    "mathscr": _SCRIPT,
    "mathfrak": _alphabet(0x1D504, 0x1D51E, holes="Cℭ Hℌ Iℑ Rℜ Zℨ"),
}
UPRIGHT = {"mathrm", "mathit", "mathsf", "mathtt", "mathnormal", "rm", "operatorname"}


def dress(node: Node, letters: dict[str, str]) -> Node:
    """The node with its letters from another alphabet; what the alphabet lacks stays as it is."""
    if isinstance(node, Symbol):
        if node.kind in ("text", "unknown"):
            return node
        return replace(node, text="".join(letters.get(c, c) for c in node.text))
    if isinstance(node, Row):
        return Row(tuple(dress(item, letters) for item in node.items))
    if isinstance(node, Scripts):
        # Unicode has no bold indices: they stay as they are, and can be raised and lowered.
        return replace(node, base=dress(node.base, letters))
    if isinstance(node, Fraction):
        return replace(node, top=dress(node.top, letters), bottom=dress(node.bottom, letters))
    if isinstance(node, Root | Accent | Fence):
        return replace(node, body=dress(node.body, letters))
    if isinstance(node, Table):
        return replace(node, rows=tuple(tuple(dress(cell, letters) for cell in row) for row in node.rows))
    return replace(node, body=dress(node.body, letters))
