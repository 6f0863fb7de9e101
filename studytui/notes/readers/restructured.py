"""The reStructuredText of sphinx-gallery as Markdown: titles, roles, links and formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studytui.notes.document import Heading, Piece, Prose
from studytui.notes.readers.markdown import merged

UNDERLINE = re.compile(r"^([=\-~^\"'`*+#<>_:.])\1{2,}\s*$")
MATH_BLOCK = re.compile(r"^\.\. math::[ \t]*(.*)\n((?:[ \t]*\n|[ \t]+.*(?:\n|\Z))*)", re.MULTILINE)
DIRECTIVE = re.compile(r"^\.\. (\w[\w-]*)::[ \t]*(.*)$", re.MULTILINE)
ROLE = re.compile(r":[\w:.-]+:`~?([^`<\n]+?)(?:\s*<[^`>\n]*>)?`")
MATH = re.compile(r":math:`([^`]+)`")
LINK = re.compile(r"`([^`<\n]+?)\s*<([^`>\n]+)>`__?")
LITERAL = re.compile(r"``([^`\n]+)``")


def to_markdown(text: str, line: int) -> Iterator[Piece]:
    """The pieces of a comment that begins at `line`."""
    yield from merged(_lines(text, line))


def _lines(text: str, line: int) -> Iterator[Piece]:
    lines = text.split("\n")
    levels: list[str] = []
    at = 0
    kept: list[str] = []
    while at < len(lines):
        below = UNDERLINE.match(lines[at + 1]) if at + 1 < len(lines) else None
        if below and lines[at].strip() and not UNDERLINE.match(lines[at]):
            yield Prose(_words("\n".join(kept)), line + at - len(kept))
            kept = []
            mark = below.group(1)
            levels += [] if mark in levels else [mark]
            yield Heading(_words(lines[at].strip()), min(levels.index(mark) + 1, 6), line + at)
            at += 2
            continue
        kept.append(lines[at])
        at += 1
    yield Prose(_words("\n".join(kept)), line + at - len(kept))


def _words(text: str) -> str:
    text = MATH_BLOCK.sub(lambda found: _block(found.group(1), found.group(2)), text)
    text = MATH.sub(r"$\1$", text)
    text = ROLE.sub(r"`\1`", LITERAL.sub(r"`\1`", LINK.sub(r"[\1](\2)", text)))
    return DIRECTIVE.sub(lambda found: f"**{found.group(1).capitalize()}:** {found.group(2)}".rstrip(), text)


def _block(first: str, rest: str) -> str:
    tex = " ".join(f"{first}\n{rest}".split())
    return f"$$\n{tex}\n$$\n\n" if tex else rest
