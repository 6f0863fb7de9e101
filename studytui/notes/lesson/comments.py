"""Long comments folded, so that code can be read at 80 columns; the program stays the same."""

from __future__ import annotations

import io
import textwrap
import tokenize

WIDTH = 76


def folded(code: str) -> str:
    """Comments that reach beyond the screen, on lines of their own above; code without them is unchanged."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return code
    lines = code.split("\n")
    for token in reversed(tokens):
        if token.type == tokenize.COMMENT and len(token.line.rstrip()) > WIDTH:
            number = token.start[0]
            lines[number - 1 : number] = _fold(lines[number - 1], token.start[1])
    return "\n".join(lines)


def _fold(line: str, at: int) -> list[str]:
    before, comment = line[:at].rstrip(), line[at:].lstrip("#").strip()
    blank = line[: len(line) - len(line.lstrip())]
    room = max(WIDTH - len(blank) - 2, 20)
    above = [f"{blank}# {part}" for part in textwrap.wrap(comment, room, break_long_words=False)]
    return [*above, before] if before else above
