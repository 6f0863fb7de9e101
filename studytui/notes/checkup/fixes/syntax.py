"""Slips of syntax, as notes have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studytui.notes.checkup.block import Fix
from studytui.notes.checkup.fixes.candidate import Candidate, line_of, parses_further, with_line
from studytui.notes.checkup.probing import Mistake

KINDS = frozenset({"SyntaxError", "IndentationError", "TabError"})
REPLACEMENTS = (
    (re.compile(r"<function (\w+)[^>\n]*>"), r"'\1'", "that is how a function is printed, not written"),
    (re.compile(r"<[\w.]+ object[^>\n]*>"), "None", "that is how an object is printed, not written"),
    (re.compile(r"\b(\d+)e-0\.(\d+)\b"), r"\1e-0\2", "an exponent is a whole number"),
    (re.compile(r",\s*\*(?=\s*,)"), "", "the bare * only marks keyword arguments in documentation"),
    (re.compile(r",\s*,"), ",", "one comma too many"),
    (
        re.compile(r"\.tensor\[(\[.*\](?:,\s*\[.*\])*),\s*(\w+=[^\])]+)\]"),
        r".tensor([\1]), \2)",
        "a call needs round brackets",
    ),
    (
        re.compile(r"\((?:from|in|is|lambda|class|for)\s*=\s*"),
        "(",
        "a keyword of Python: give it by position",
    ),
    (re.compile("[\u00a0\u2007\u202f\ufffc]"), " ", "a blank that Python does not know"),
    (re.compile("[“”]"), '"', "quotes of a text editor"),
    (re.compile("[‘’]"), "'", "quotes of a text editor"),
)
MAGIC = re.compile(r"^\s*[%!]")
PROSE = re.compile(r"(?:[A-Za-z][\w'’]*,?[\s\u00a0]+){4,}")
BODILESS = re.compile(r"expected an indented block after .* on line (\d+)")


def fix_syntax(code: str, mistake: Mistake) -> Iterator[Candidate]:
    """Changes after which the parser gets further."""
    if mistake.type not in KINDS:
        return
    for found in (
        *_lines(code, mistake),
        *_replaced(code, mistake),
        *_commas(code, mistake),
        *_closed(code, mistake),
    ):
        if parses_further(code, found.code):
            yield found


def _lines(code: str, mistake: Mistake) -> Iterator[Candidate]:
    line, number = line_of(code, mistake.line), mistake.line
    if MAGIC.search(line):
        yield with_line(code, number, f"# {line.strip()}", "only notebooks know it")
    if mistake.message == "expected ':'":
        yield with_line(code, number, f"{line.rstrip()}:")
    if body := BODILESS.match(mistake.message):
        head = line_of(code, int(body.group(1)))
        blank = head[: len(head) - len(head.lstrip())] + ("\t" if "\t" in code else "    ")
        yield with_line(code, int(body.group(1)), f"{head}\n{blank}pass", "its body is missing")
    if PROSE.match(line):
        kept = "\n".join(code.split("\n")[: number - 1]).rstrip()
        yield Candidate(Fix(number, "", "", "the fence is not closed: from here on, text became code"), kept)


def _replaced(code: str, mistake: Mistake) -> Iterator[Candidate]:
    lines = code.split("\n")
    first = max(mistake.line - 1, 1)
    for pattern, by, words in REPLACEMENTS:
        for number in range(first, len(lines) + 1):
            line = lines[number - 1]
            changed = pattern.sub(by, line)
            if changed != line:
                yield with_line(code, number, changed, words)
                break


def _closed(code: str, mistake: Mistake) -> Iterator[Candidate]:
    if "was never closed" in mistake.message:
        line = line_of(code, mistake.line)
        yield with_line(code, mistake.line, f"{line.rstrip()})", "a bracket is not closed")


def _commas(code: str, mistake: Mistake) -> Iterator[Candidate]:
    """Arguments on the next line without a comma at the end of this one."""
    lines = code.split("\n")
    for number in range(mistake.line, min(mistake.line + 8, len(lines))):
        line, below = lines[number - 1].rstrip(), lines[number].strip()
        if re.match(r"\w", below) and line and line[-1] not in ",([{:":
            yield with_line(code, number, f"{line},", "a comma is missing")
