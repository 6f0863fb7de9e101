"""Plain Markdown, and what the other Markdown formats share: the file cut into headings, text and code."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from studytui.notes.document import Heading, Piece, Prose
from studytui.notes.readers.fences import fences, parser

PROPERTIES = "Properties of the page"
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")


def read_markdown(text: str) -> tuple[Piece, ...]:
    """The pieces of Markdown notes; the properties at their head come last."""
    return merged(pieces(text))


def pieces(text: str) -> Iterator[Piece]:
    """Every line in exactly one piece: a heading, a fence with its code, or text."""
    front = FRONT_MATTER.match(text)
    skipped = front.group().count("\n") if front else 0
    if front:
        text = "\n" * skipped + text[front.end() :]
    lines = text.split("\n")
    tokens = parser().parse(text)
    special = _special(tokens, lines)
    number = skipped
    while number < len(lines):
        end, piece = special.get(number, (number + 1, None))
        yield piece if piece is not None else Prose(lines[number], number + 1)
        number = max(end, number + 1)
    if front and (shown := _properties(front.group())):
        yield Heading(PROPERTIES, 1, 1)
        yield Prose(shown, 1)


def _properties(front: str) -> str:
    """YAML properties as a block that shows them as they stand."""
    lines = [line for line in front.split("\n") if line.strip() not in ("---", "")]
    said = any(line.partition(":")[2].strip() or line.lstrip().startswith("- ") for line in lines)
    return "\n".join(("```yaml", *lines, "```")) if said else ""


def _special(tokens: Sequence[Token], lines: Sequence[str]) -> dict[int, tuple[int, Piece]]:
    """First line -> line behind the end, and the piece."""
    found: dict[int, tuple[int, Piece]] = {
        fence.begin: (fence.end, fence.code) for fence in fences(tokens, lines)
    }
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.map is not None and token.level == 0:
            begin, end = token.map[:2]
            text = tokens[index + 1].content
            found[begin] = (end, Heading(text, int(token.tag[1:]), begin + 1))
    return found


def merged(found: Iterator[Piece]) -> tuple[Piece, ...]:
    """Neighbouring lines of text as one piece, without blank lines around; empty ones left out."""
    result: list[Piece] = []
    lines: list[Prose] = []
    for piece in found:
        if isinstance(piece, Prose):
            lines.append(piece)
            continue
        result += _joined(lines)
        lines.clear()
        result.append(piece)
    return (*result, *_joined(lines))


def _joined(lines: Sequence[Prose]) -> list[Piece]:
    full = [index for index, each in enumerate(lines) if each.text.strip()]
    if not full:
        return []
    kept = lines[full[0] : full[-1] + 1]
    text = textwrap.dedent("\n".join(each.text.rstrip() for each in kept))
    return [Prose(text, kept[0].line)]
