"""Names that are not there, and the ones that look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studytui.notes.checkup.block import Fix
from studytui.notes.checkup.causes import GIVEN
from studytui.notes.checkup.fixes.candidate import Candidate, line_of, with_line
from studytui.notes.checkup.probing import Mistake

CLASS_IMPORT = re.compile(r"import ([\w.]+)\.([A-Z]\w*)\s*$")
KEYWORD = re.compile(r"(?:unexpected keyword argument '|unrecognized keyword arguments: )(\w+)")


def fix_names(code: str, mistake: Mistake) -> Iterator[Candidate]:
    """The names the interpreter itself knows that are most like the missing one."""
    line = line_of(code, mistake.line)
    if found := CLASS_IMPORT.search(line):
        changed = CLASS_IMPORT.sub(r"from \1 import \2", line)
        yield with_line(code, mistake.line, changed, "a class is no module")
    keyword = KEYWORD.search(mistake.message)
    name = keyword.group(1) if keyword else mistake.name.rpartition(".")[2] or mistake.name
    if mistake.type == "ModuleNotFoundError":
        name = mistake.name.partition(".")[0]
    if not name or found:
        return
    if name in GIVEN and mistake.type == "NameError":
        yield from _given(code, mistake, name)
    for near in mistake.near:
        yield from _replaced(code, mistake, name, near, everywhere=mistake.type == "AttributeError")


def _given(code: str, mistake: Mistake, name: str) -> Iterator[Candidate]:
    """The name of a parameter where its value should be."""
    line = line_of(code, mistake.line)
    if name == "self":
        yield with_line(code, mistake.line, re.sub(r"\(self,\s*", "(", line), "self is not given in a call")
    else:
        yield with_line(code, mistake.line, re.sub(rf"\b{name}\b(?!\s*=)", f"{name}=True", line))


def _replaced(code: str, mistake: Mistake, name: str, near: str, *, everywhere: bool) -> Iterator[Candidate]:
    word = re.compile(rf"(?<=\.){re.escape(name)}\b" if everywhere else rf"(?<![\w.]){re.escape(name)}\b")
    lines = code.split("\n")
    number = next((at for at in range(mistake.line, len(lines) + 1) if word.search(lines[at - 1])), 0)
    if not number:
        return
    before = lines[number - 1]
    after = word.sub(near, before)
    others = [each for each in mistake.near if each != near] if name.lower() != near.lower() else []
    words = f"or {' or '.join(others)}" if len(others) > 1 else ""
    fix = Fix(number, _around(before, name), _around(after, near), words)
    yield Candidate(fix, word.sub(near, code) if everywhere else with_line(code, number, after).code)


def _around(line: str, name: str) -> str:
    """The name with what it is looked up in: `torch.arrange`."""
    found = re.search(rf"[\w.]*(?<!\w){re.escape(name)}\b", line)
    return found.group() if found else name
