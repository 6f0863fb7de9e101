"""Markdown with formulas: `$…$` and `\\(…\\)` in the line; `$$…$$`, `\\[…\\]` and `math` fences as blocks."""

from __future__ import annotations

import os
import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from rich.cells import cell_len
from textual.content import Content
from textual.events import Resize
from textual.widgets import Markdown
from textual.widgets.markdown import MarkdownBlock

from studytui.course.formula import display, inline
from studytui.course.formula.markdown import BLOCK, INLINE
from studytui.course.formula.markdown import parser as markdown_with_formulas
from studytui.plot.terminal import letters


def parser() -> MarkdownIt:
    """Markdown as Textual can show it, formulas included."""
    md = markdown_with_formulas()
    md.core.ruler.push("formulas", _formulas)
    return md


class FormulaBlock(MarkdownBlock):
    """A formula on its own: drawn in two dimensions, or in one line where it is too wide for the pane."""

    DEFAULT_CSS = """
    FormulaBlock { margin: 0 0 1 0; padding: 0 0 0 3; color: $text-accent; }
    """

    def __init__(self, markdown: Markdown, token: Token) -> None:
        super().__init__(markdown, token)
        few = letters(os.environ) is not None
        self._tall = "\n".join(display(token.content, ascii=few))
        self._flat = inline(token.content, ascii=few)
        self._shown = self._tall
        self.set_content(Content(self._tall))

    def on_resize(self, event: Resize) -> None:
        """Choose the form that fits the width."""
        room = self.content_size.width
        fits = max(map(cell_len, self._tall.splitlines()), default=0) <= room
        chosen = self._tall if fits else self._flat
        if chosen != self._shown:
            self._shown = chosen
            self.set_content(Content(chosen))


class MathMarkdown(Markdown):
    """Markdown whose formulas are readable in a terminal; compact enough for 80×24."""

    DEFAULT_CSS = """
    MathMarkdown {
        padding: 0 1;
        & MarkdownBlock > .s { text-style: none; color: $text-accent; }
        & MarkdownHeader { margin: 0 0 1 0; content-align: left middle; width: 1fr; }
        & > MarkdownParagraph { margin: 0 0 1 0; }
        & MarkdownBulletList, & MarkdownOrderedList { margin: 0 0 1 0; }
        & MarkdownFence { margin: 0 0 1 0; & > Label { padding: 0 1; } }
        & MarkdownBlockQuote { margin: 0 0 1 0; }
    }
    """

    def __init__(self, markdown: str | None = None, **kwargs: Any) -> None:
        super().__init__(markdown, parser_factory=parser, open_links=False, **kwargs)

    def unhandled_token(self, token: Token) -> MarkdownBlock | None:
        """Textual asks here about block tokens it does not know: ours are the formulas."""
        return FormulaBlock(self, token) if token.type in BLOCK else None


def _formulas(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = [part for child in token.children for part in _with_formula(child)]
        elif token.type == "fence" and token.info.strip() == "math":
            token.type = "math_block"


def _with_formula(child: Token) -> list[Token]:
    """Textual renders emphasis, strong and strike-through, nothing else: a formula goes as the last of these,
    which `MathMarkdown` colours instead of striking out."""
    if child.type not in INLINE:
        return [child]
    text = Token("text", "", 0, content=inline(child.content, ascii=letters(os.environ) is not None))
    return [Token("s_open", "s", 1), text, Token("s_close", "s", -1)]


def fenced(code: str, language: str = "python") -> str:
    """The code as a fence that none of its own backticks can close."""
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code.rstrip()}\n{fence}"
