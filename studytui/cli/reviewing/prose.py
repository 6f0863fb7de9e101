"""Markdown with formulas as plain text that reads well aloud."""

from __future__ import annotations

import re

from studytui.course.formula import inline

CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$(?=\S)([^$\n]+?)(?<=\S)\$(?!\d)", re.DOTALL)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def plain(markdown: str) -> str:
    """The text without its marks; formulas in one line of Unicode, code as it stands."""
    parts = CODE.split(markdown.strip())
    return "".join(_code(part) if place % 2 else _words(part) for place, part in enumerate(parts)).strip()


def indented(code: str) -> str:
    """Code, four spaces in."""
    return "\n".join(f"    {line}" for line in code.rstrip().splitlines())


def numbered(code: str) -> str:
    """Code with its line numbers."""
    return "\n".join(f"{number:>3}  {line}" for number, line in enumerate(code.rstrip().splitlines(), 1))


def _words(text: str) -> str:
    return BOLD.sub(r"\1", FORMULA.sub(lambda found: inline(found[1] or found[2]), text))


def _code(part: str) -> str:
    if not part.startswith("```"):
        return part.strip("`")
    return indented("\n".join(part.splitlines()[1:-1]))
