"""How far the next line of Python is indented, from the line before it."""

from __future__ import annotations

import re

WIDTH = 4
CLOSERS = re.compile(r"\s*(return|pass|break|continue|raise)\b")
STRINGS = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"")


def next_indent(before: str) -> str:
    """Blanks for the line after `before`, the text left of the cursor.

    One step deeper after a colon or an open bracket, one back after return, pass, break, continue, raise.
    """
    indent = before[: len(before) - len(before.lstrip())]
    code = STRINGS.sub("''", before).split("#")[0].rstrip()
    if code.endswith((":", "(", "[", "{")):
        return indent + " " * WIDTH
    if CLOSERS.match(code) and len(indent) >= WIDTH:
        return indent[:-WIDTH]
    return indent


def shifted(line: str, deeper: bool) -> str:
    """The line moved by one step; never through its own text. Blank lines stay."""
    if deeper:
        return " " * WIDTH + line if line.strip() else line
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(blanks, WIDTH) :]


def back_to_stop(before: str) -> int:
    """How many blanks one backspace removes: back to the last stop when only blanks precede."""
    if before and not before.strip(" "):
        return (len(before) - 1) % WIDTH + 1
    return 1
