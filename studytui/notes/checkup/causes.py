"""Why a block is broken, in one of a few classes: decided by what was raised, and on which line."""

from __future__ import annotations

import ast
import re
import textwrap

from studytui.notes.checkup.block import Block, Cause
from studytui.notes.checkup.probing import Mistake

PACKAGES = frozenset(
    {"torchtext", "torchvision", "torchaudio", "transformers", "seaborn", "pandas", "pipeline"}
)
GIVEN = frozenset({"bias", "inplace", "keepdim", "requires_grad", "retain_graph", "create_graph", "self"})
"""Names of parameters: where one of them is not defined, `=True` is missing rather than a block."""
MAGIC = re.compile(r"^\s*[%!]|\?\s*$")
DEFAULTS = re.compile(r"\b\w+\s*=\s*(?:None|True|False|['\"]\w+['\"]|<|[\d.e-]+)\s*[,)\s]")
CALL = re.compile(r"^[\w.]+\((?P<inner>.*)\)?\s*$", re.DOTALL)


def cause_of(block: Block, *, closed: bool = True) -> Cause:
    """The cause of the first mistake."""
    first = block.mistakes[0]
    line = _line(block.code, first.line)
    if not closed and first.type == "SyntaxError":
        return Cause.FENCE
    if MAGIC.search(line) and first.type == "SyntaxError":
        return Cause.PACKAGE
    if is_signature(block.code):
        return Cause.SIGNATURE
    return _by_type(first, line)


def is_signature(code: str) -> bool:
    """One call whose arguments are mostly names with their defaults: as documentation prints it."""
    bare = textwrap.dedent(code).strip()
    call = CALL.match(bare)
    if call is None or "\n\n" in bare or bare.count("(") > 3:
        return False
    try:
        if len(ast.parse(bare).body) != 1:
            return False
    except SyntaxError:
        pass
    inner = call["inner"]
    return len(DEFAULTS.findall(f"{inner})")) >= 2 or "None" in inner or bool(re.search(r"<\w", inner))


def _by_type(first: Mistake, line: str) -> Cause:
    match first.type:
        case "SyntaxError" | "IndentationError" | "TabError":
            return Cause.SYNTAX
        case "ModuleNotFoundError" | "ImportError":
            return Cause.NAME if "is not a package" in first.message else Cause.PACKAGE
        case "NameError":
            return Cause.PACKAGE if first.name in PACKAGES else _nameless(first)
        case "AssertionError" | "RuntimeError" if re.search("CUDA|cuda|NVIDIA", first.message):
            return Cause.GPU
        case "timeout" | "memory" | "killed" | "crashed":
            return Cause.LIMIT
        case "TypeError" if "...." in line:
            return Cause.UNFINISHED
        case "AttributeError" if "method' object" in first.message:
            return Cause.UNFINISHED
        case "AttributeError" if first.message.startswith("type object"):
            return Cause.ARGUMENTS
        case "AttributeError":
            return Cause.NAME
        case _:
            return Cause.ARGUMENTS


def _nameless(first: Mistake) -> Cause:
    return Cause.NAME if first.near or first.name in GIVEN else Cause.FRAGMENT


def _line(code: str, number: int) -> str:
    lines = code.split("\n")
    return lines[number - 1] if 1 <= number <= len(lines) else ""
