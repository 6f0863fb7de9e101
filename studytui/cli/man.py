"""`studytui man`: the manual page, made from the commands' own parsers."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.cli import parsing
from studytui.errors import Exit


def main(words: Sequence[str]) -> int:
    """Print the page as roff."""
    parsing.parse(parser(), words)
    from studytui.cli.manual.page import page

    print(page(), end="")
    return Exit.OK


def parser() -> parsing.Parser:
    """It has no arguments of its own."""
    return parsing.parser(
        "man",
        "Print the manual page, in roff: `studytui man | man -l -` shows it, and saved as "
        "~/.local/share/man/man1/studytui.1 it is there for `man studytui`.",
    )
