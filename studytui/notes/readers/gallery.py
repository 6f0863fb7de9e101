"""sphinx-gallery: a Python program whose docstring and long comments are the text between its blocks."""

from __future__ import annotations

import ast
import re
from collections.abc import Generator, Iterator

from studytui.notes.document import Code, Heading, Piece
from studytui.notes.readers.restructured import to_markdown

SEPARATOR = re.compile(r"^(?:#{20,}\s*|#\s?%%(?P<title>.*))$")


def read_gallery(text: str) -> tuple[Piece, ...]:
    """The pieces of a program. Raises SyntaxError when it is none."""
    lines = text.split("\n")
    return tuple(piece for piece in _pieces(text, lines))


def _pieces(text: str, lines: list[str]) -> Iterator[Piece]:
    begin = _docstring_end(text)
    if begin:
        yield from to_markdown(ast.get_docstring(ast.parse(text)) or "", 1)
        yield from _code(lines, 0, _docstring_begin(text))
    while begin < len(lines):
        end = next((at for at in range(begin, len(lines)) if SEPARATOR.match(lines[at])), len(lines))
        yield from _code(lines, begin, end)
        begin = yield from _comment(lines, end)


def _comment(lines: list[str], at: int) -> Generator[Piece, None, int]:
    """The comment after a separator; gives the line behind it."""
    if at >= len(lines):
        return at
    found = SEPARATOR.match(lines[at])
    title = (found["title"] or "").strip() if found else ""
    if title:
        yield Heading(title, 2, at + 1)
    end = at + 1
    while end < len(lines) and lines[end].startswith("#") and not SEPARATOR.match(lines[end]):
        end += 1
    words = [line.removeprefix("#").removeprefix(" ") for line in lines[at + 1 : end]]
    yield from to_markdown("\n".join(words), at + 2)
    return end


def _code(lines: list[str], begin: int, end: int) -> Iterator[Piece]:
    full = [at for at in range(begin, end) if lines[at].strip()]
    if full:
        yield Code("\n".join(lines[full[0] : full[-1] + 1]), "python", full[0] + 1, full[-1] + 1)


def _docstring(text: str) -> ast.Expr | None:
    tree = ast.parse(text)
    first = tree.body[0] if tree.body else None
    return first if isinstance(first, ast.Expr) and ast.get_docstring(tree, clean=False) is not None else None


def _docstring_begin(text: str) -> int:
    found = _docstring(text)
    return found.lineno - 1 if found else 0


def _docstring_end(text: str) -> int:
    found = _docstring(text)
    return (found.end_lineno or found.lineno) if found else 0
