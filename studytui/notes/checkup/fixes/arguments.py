"""Arguments that are of the wrong kind, in the ways notes have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studytui.notes.checkup.block import Fix
from studytui.notes.checkup.fixes.candidate import Candidate, line_of, with_line
from studytui.notes.checkup.probing import Mistake

NEVER_CALLED = "a method is kept here and never called"
INTEGER = re.compile(r"(?<![\w.])(\d+)(?![\w.])")
LINES = (
    (
        re.compile(r"Only Tensors of floating point"),
        re.compile(r"(torch\.tensor\()(\[[\d,\s\[\]]+\])"),
        lambda found: found.group(1) + INTEGER.sub(r"\1.", found.group(2)),
        "only floating-point tensors have gradients",
    ),
    (
        re.compile(r"tensor\(\) takes 1 positional argument"),
        re.compile(r"torch\.tensor\(([-\d.,\s]+)\)"),
        lambda found: f"torch.tensor([{found.group(1)}])",
        "the numbers go into a list",
    ),
    (
        re.compile(r"is not a Module subclass"),
        re.compile(r"add_module\((.+), *('[^']*'|\"[^\"]*\")\)"),
        lambda found: f"add_module({found.group(2)}, {found.group(1)})",
        "the name comes first",
    ),
    (
        re.compile(r"not compiled with CUDA|No CUDA|NVIDIA driver"),
        re.compile(r"\.to\((['\"])cuda\1\)|\.cuda\(\)"),
        lambda _: ".to('cuda' if torch.cuda.is_available() else 'cpu')",
        "there is no GPU here",
    ),
)


def fix_arguments(code: str, mistake: Mistake) -> Iterator[Candidate]:
    """Changes on the failing line."""
    line = line_of(code, mistake.line)
    yield from _layer_for_class(code, mistake, line)
    yield from _never_called(code, mistake)
    for message, written, by, words in LINES:
        if message.search(mistake.message):
            changed = written.sub(by, line)
            if changed != line:
                yield with_line(code, mistake.line, changed, words)


def _layer_for_class(code: str, mistake: Mistake, line: str) -> Iterator[Candidate]:
    """`nn.Linear.weight`: the class has none, the layer made from it has."""
    missing = re.search(r"type object '(\w+)' has no attribute '(\w+)'", mistake.message)
    made = missing and re.search(rf"^\s*(\w+)\s*=\s*[\w.]*\b{missing.group(1)}\(", code, re.MULTILINE)
    if missing and made:
        by = f"{made.group(1)}.{missing.group(2)}"
        changed = re.sub(rf"[\w.]*\b{missing.group(1)}\.{missing.group(2)}\b", by, line)
        yield with_line(code, mistake.line, changed, "the class has none, the layer made from it has")


def _never_called(code: str, mistake: Mistake) -> Iterator[Candidate]:
    """`Y = X.clone`: a method kept instead of what it gives."""
    for number, kept in _kept_methods(code, mistake):
        yield with_line(code, number, f"{kept.group(1)}(){kept.group(2)}", NEVER_CALLED)


def never_called(code: str, mistake: Mistake) -> Fix | None:
    """The same in words, for methods that cannot be called without arguments."""
    for number, kept in _kept_methods(code, mistake):
        return Fix(number, kept.group(1).strip(), f"{kept.group(1).strip()}(…)", NEVER_CALLED)
    return None


def _kept_methods(code: str, mistake: Mistake) -> Iterator[tuple[int, re.Match[str]]]:
    """Lines above the failing one that keep a method under a name which that line uses."""
    if "method' object" not in mistake.message:
        return
    lines = code.split("\n")
    for name in re.findall(r"\b(\w+)\b", line_of(code, mistake.line)):
        for number in range(mistake.line, 0, -1):
            kept = re.fullmatch(rf"(\s*{name}\s*=\s*[\w.]+\.\w+)(\s*(?:#.*)?)", lines[number - 1])
            if kept:
                yield number, kept
