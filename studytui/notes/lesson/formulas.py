"""Formulas of notes as lessons write them; what cannot be drawn stays as it was written."""

from __future__ import annotations

import re

from studytui.course.formula import problems
from studytui.course.formula.markdown import formulas

LOOSE = re.compile(r"(?<![\\$\w])\$(?!\$)[ \t]*(?P<tex>[^$\n`]+?)[ \t]*(?<!\\)\$(?![\d$])")
TALL = re.compile(r"^([ \t]*)\$[ \t]*\n((?:(?!\$).+\n)+)[ \t]*\$[ \t]*$", re.MULTILINE)
SAYS = re.compile(r"[\\^_=+*/<>()\[\]{}|]|^\w{1,2}'?$")
"""What tells a formula from a price."""


def with_formulas(text: str) -> str:
    """Blanks beside dollars taken out, formulas on several lines as blocks, undrawable ones as code."""
    return _drawable("".join(_tidy(part) if not code else part for code, part in _apart(text)))


def _apart(text: str) -> list[tuple[bool, str]]:
    """Text and code spans or fences, apart: dollars in code are no formulas."""
    found: list[tuple[bool, str]] = []
    at = 0
    for code in re.finditer(
        r"^[ \t]*(`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ \t]*\1[ \t]*$|(`+)(?!`).+?(?<!`)\2(?!`)", text, re.M
    ):
        found += [(False, text[at : code.start()]), (True, code.group())]
        at = code.end()
    return [*found, (False, text[at:])]


def _tidy(text: str) -> str:
    text = TALL.sub(lambda found: f"\n$$\n{found.group(2)}$$\n", text)
    return LOOSE.sub(lambda found: f"${found['tex']}$" if SAYS.search(found["tex"]) else found.group(), text)


def _drawable(text: str) -> str:
    for formula in formulas(text):
        if problems(formula.tex):
            text = _as_code(text, formula.tex)
    return text


def _as_code(text: str, tex: str) -> str:
    """The source instead of the drawing, where the drawing would lack something."""
    body = r"\s*" + r"\s+".join(re.escape(word) for word in tex.split()) + r"\s*"
    line = " ".join(tex.split()).replace("`", "'")
    for opening, closing in ((r"\$\$", r"\$\$"), (r"\$", r"\$"), (r"\\\(", r"\\\)"), (r"\\\[", r"\\\]")):
        changed = re.sub(f"{opening}{body}{closing}", lambda _: f"`{line}`", text)
        if changed != text:
            return changed
    return text
