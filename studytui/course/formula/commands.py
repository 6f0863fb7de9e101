"""What each command of LaTeX does to the tree."""

from __future__ import annotations

import re
from collections.abc import Callable

from studytui.course.formula.delimiters import left, middle
from studytui.course.formula.environments import environment, table_rows
from studytui.course.formula.fonts import FONTS, UPRIGHT, dress
from studytui.course.formula.nodes import (
    Accent,
    Brace,
    Fence,
    Fraction,
    Node,
    Root,
    Row,
    Scripts,
    Symbol,
    Table,
)
from studytui.course.formula.parser import Parser
from studytui.course.formula.symbols import char, symbol, words

ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0305",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "dot": "\u0307",
    "ddot": "\u0308",
    "vec": "\u20d7",
    "overrightarrow": "\u20d7",
    "check": "\u030c",
    "breve": "\u0306",
    "underline": "\u0332",
}
_TEXT = words("text mbox hbox textbf textit textrm textsf texttt textnormal emph")
_SPACES = dict.fromkeys((",", ":", ";", ">", " ", *words("thinspace enspace enskip space")), " ")
_SPACES |= {"quad": "  ", "qquad": "    "}
_SILENT = words("""
    displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag hline centering
    ! negthinspace / big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm
    bf it cal mathstrut allowbreak relax hfill
""")
_HIDDEN = {"label", "phantom", "hphantom", "vphantom", "vspace", "kern", "hskip", "mkern", "color"}
_ARROWS = {"xrightarrow": "rightarrow", "xleftarrow": "leftarrow", "xRightarrow": "Rightarrow"}

Handler = Callable[[Parser, str], list[Node]]


def command(parser: Parser, name: str) -> list[Node]:
    """The nodes of a command whose name was just read; unknown ones stay visible."""
    known = symbol(name)
    if known is not None:
        return [known]
    if name in _SPACES:
        return [Symbol(_SPACES[name], "space", _SPACES[name])]
    if name in _SILENT:
        return []
    if name in _HANDLERS:
        return _HANDLERS[name](parser, name)
    parser.problem(f"unknown command \\{name}")
    return [Symbol("\\" + name, "unknown", "\\" + name)]


def _fraction(parser: Parser, name: str) -> list[Node]:
    return [Fraction(parser.group(), parser.group())]


def _binomial(parser: Parser, name: str) -> list[Node]:
    return [Fence("(", ")", Fraction(parser.group(), parser.group(), bar=False))]


def _root(parser: Parser, name: str) -> list[Node]:
    index = None
    if parser.take_if("char", "["):
        index = parser.row(until="]")
        parser.take_if("char", "]")
    return [Root(parser.group(), index)]


def _text(parser: Parser, name: str) -> list[Node]:
    words = re.sub(r"\\([_%$#&{} ])", r"\1", parser.raw()).replace("~", " ").replace("$", "")
    return [Symbol(words, "text", words)] if words else []


def _font(parser: Parser, name: str) -> list[Node]:
    return [dress(parser.group(), FONTS[name])]


def _upright(parser: Parser, name: str) -> list[Node]:
    """A word in upright letters is a name: `\\operatorname{softmax}`."""
    body = parser.group()
    letters = [
        item for item in (body.items if isinstance(body, Row) else (body,)) if isinstance(item, Symbol)
    ]
    word = "".join(item.text for item in letters)
    whole = len(letters) == (len(body.items) if isinstance(body, Row) else 1)
    if whole and len(word) > 1 and word.replace("−", "").isalnum() and not word.isdigit():
        return [Symbol(word, "fun", "".join(item.ascii for item in letters))]
    return [body]


def _accent(parser: Parser, name: str) -> list[Node]:
    return [Accent(parser.group(), name.removeprefix("wide"), ACCENTS[name])]


def _begin(parser: Parser, name: str) -> list[Node]:
    return [environment(parser)]


def _substack(parser: Parser, name: str) -> list[Node]:
    if not parser.take_if("begin"):
        return [parser.group()]
    rows = table_rows(parser)
    parser.take_if("end")
    return [Table(rows)]


def _stacked(parser: Parser, name: str) -> list[Node]:
    script, base = parser.group(), parser.group()
    return [Scripts(base, script, None) if name == "underset" else Scripts(base, None, script)]


def _brace(parser: Parser, name: str) -> list[Node]:
    return [Brace(parser.group(), below=name == "underbrace")]


def _body(parser: Parser, name: str) -> list[Node]:
    return [parser.group()]


def _hidden(parser: Parser, name: str) -> list[Node]:
    parser.raw()
    return []


def _coloured(parser: Parser, name: str) -> list[Node]:
    parser.raw()
    return [parser.group()]


def _gap(parser: Parser, name: str) -> list[Node]:
    parser.raw()
    return [Symbol("  ", "space", "  ")]


def _tag(parser: Parser, name: str) -> list[Node]:
    label = f"({parser.raw()})"
    return [Symbol("   ", "space", "   "), Symbol(label, "text", label)]


def _modulo(parser: Parser, name: str) -> list[Node]:
    return [Symbol(" ", "space", " "), Fence("(", ")", Row((Symbol("mod", "fun", "mod"), parser.group())))]


def _not(parser: Parser, name: str) -> list[Node]:
    struck = parser.group()
    if isinstance(struck, Symbol):
        sign = {"=": "≠", "∈": "∉", "∃": "∄", "≡": "≢", "⊂": "⊄"}.get(struck.text, struck.text + "\u0338")
        return [Symbol(sign, struck.kind, "!" + struck.ascii)]
    return [Symbol("¬", "ord", "!"), struck]


def _arrow(parser: Parser, name: str) -> list[Node]:
    if parser.take_if("char", "["):
        low: Node | None = parser.row(until="]")
        parser.take_if("char", "]")
    else:
        low = None
    return [Scripts(symbol(_ARROWS[name]) or char("="), low, parser.group())]


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    **dict.fromkeys(_TEXT, _text),
    **dict.fromkeys(FONTS, _font),
    **dict.fromkeys(UPRIGHT, _upright),
    **dict.fromkeys(ACCENTS, _accent),
    **dict.fromkeys(("overset", "underset", "stackrel"), _stacked),
    **dict.fromkeys(("underbrace", "overbrace"), _brace),
    **dict.fromkeys(("boxed", "mathop", "mathbin", "mathrel", "mathord", "smash", "ensuremath"), _body),
    **dict.fromkeys(_HIDDEN, _hidden),
    **dict.fromkeys(_ARROWS, _arrow),
    **dict.fromkeys(("pmod", "pod"), _modulo),
    "sqrt": _root,
    "left": left,
    "middle": middle,
    "begin": _begin,
    "substack": _substack,
    "textcolor": _coloured,
    "hspace": _gap,
    "tag": _tag,
    "not": _not,
}
