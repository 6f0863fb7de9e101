"""Formulas in Markdown: `$…$` and `\\(…\\)` in the line; `$$…$$`, `\\[…\\]` and `math` fences as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.texmath import texmath_plugin

INLINE = frozenset({"math_inline", "math_inline_double", "math_single"})
BLOCK = frozenset({"math_block", "math_block_label", "math_block_eqno"})


class Formula(NamedTuple):
    """A formula found in a text."""

    tex: str
    line: int
    """Of the block it stands in, from 1."""


def parser() -> MarkdownIt:
    """GitHub's Markdown plus both ways of writing formulas; `$5 and $6` stays text."""
    # Guessed links would make web addresses of `torch.is` and `x.no`.
    md = MarkdownIt("gfm-like", {"linkify": False}).disable("strikethrough")
    md.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True, allow_labels=False)
    md.use(texmath_plugin, delimiters="brackets")
    return md


def formulas(text: str) -> Iterator[Formula]:
    """Every formula of a text, in order."""
    if not any(sign in text for sign in ("$", "\\(", "\\[", "math")):
        return
    for token in parser().parse(text):
        line = token.map[0] + 1 if token.map else _line(token.content.strip(), text)
        if _is_block(token):
            yield Formula(token.content.strip(), line)
        for child in token.children or ():
            if child.type in INLINE:
                yield Formula(child.content.strip(), line)


def _line(tex: str, text: str) -> int:
    """Blocks between brackets come without a line: the first one that looks the same."""
    found = re.search(r"\\\[\s*" + re.escape(tex), text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _is_block(token: Token) -> bool:
    return token.type in BLOCK or (token.type == "fence" and token.info.strip() == "math")
