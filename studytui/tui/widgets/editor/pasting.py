"""Code from notebooks, consoles and web pages, made plain Python: prompts stripped, magics explained."""

from __future__ import annotations

import re
from typing import NamedTuple

PROMPT = re.compile(r"^\s{0,8}(?:In \[[ \d*]*\]: ?|>>> ?|>>>$)")
ONWARD = re.compile(r"^\s{0,8}(?:\.\.\.:? ?|\.\.\.$)")
OUTPUT = re.compile(r"^\s{0,8}Out\[[ \d]*\]: ?")
MAGIC = re.compile(r"^(\s*)(%{1,2}[A-Za-z]\w*|!)(.*)$")
MEANINGS = {
    "%matplotlib": "figures are shown here without it",
    "%timeit": "measures many runs; here: time.perf_counter() around the line",
    "%time": "the time of a run stands above its output",
    "%pip": "packages are installed in your shell, not in a run",
    "%conda": "packages are installed in your shell, not in a run",
    "%load_ext": "notebook extensions do not exist here",
    "%autoreload": "every run starts fresh, so there is nothing to reload",
    "%cd": "a run has a folder of its own",
    "%%time": "the time of a run stands above its output",
    "!": "a run starts no shell: do this one in your own",
}


class Pasted(NamedTuple):
    """Text to insert, and a line about what was changed; empty when nothing was."""

    text: str
    words: str


def as_python(text: str) -> Pasted:
    """Plain Python from what was copied; text that needs nothing comes back as it is."""
    lines = text.expandtabs(4).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    prompts = any(PROMPT.match(line) for line in lines)
    kept = _without_prompts(lines) if prompts else lines
    found = [_explained(line) for line in kept]
    magics = sum(changed for _, changed in found)
    if not prompts and not magics:
        return Pasted(text, "")
    return Pasted("\n".join(line for line, _ in found), _words(prompts, _full(lines) - _full(kept), magics))


def _without_prompts(lines: list[str]) -> list[str]:
    """Code behind prompts; what stands between is output, and goes. Continuations keep their own indent."""
    kept: list[str] = []
    within = False
    for line in lines:
        prompt = PROMPT.match(line) or (ONWARD.match(line) if within else None)
        if prompt:
            kept.append(line[prompt.end() :])
        elif OUTPUT.match(line) or not within or line.strip():
            within = False
            continue
        within = prompt is not None
    return kept


def _explained(line: str) -> tuple[str, bool]:
    """A notebook's magic or shell command as a comment that says what it was for."""
    magic = MAGIC.match(line)
    if magic is None:
        return line, False
    indent, name, rest = magic.groups()
    if name.startswith("%") and rest.startswith(("(", " =", "=")):
        return line, False  # the operator, in an expression that is broken over lines
    why = MEANINGS.get(name, "only notebooks know it")
    return f"{indent}# {name}{rest.rstrip()}  ({why})", True


def _full(lines: list[str]) -> int:
    return sum(bool(PROMPT.sub("", ONWARD.sub("", line)).strip()) for line in lines)


def _words(prompts: bool, outputs: int, magics: int) -> str:
    parts = ["prompts stripped"] if prompts else []
    if outputs:
        parts.append(f"{outputs} line{'s' * (outputs > 1)} of output left out")
    if magics:
        parts.append(f"{magics} notebook command{'s' * (magics > 1)} turned into comments")
    return "Pasted as Python: " + ", ".join(parts)
