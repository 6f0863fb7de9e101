"""Lines that only a notebook knows: `%matplotlib inline`, `!pip list`, `torch.cat?`."""

from __future__ import annotations

import ast
import re
import warnings

MAGIC = re.compile(r"^(\s*)([%!].*|\?.*|[\w.]+\?{1,2}\s*)$")


def without_magics(code: str) -> str:
    """The code with such lines as comments; unchanged where the parser has nothing against them."""
    lines = code.split("\n")
    for _ in lines:
        at = _refused("\n".join(lines))
        found = MAGIC.match(lines[at]) if 0 <= at < len(lines) else None
        if found is None:
            break
        lines[at] = (
            f"{found.group(1)}pass  # {found.group(2).strip()}" if found.group(1) else f"# {lines[at]}"
        )
    return "\n".join(lines)


def _refused(code: str) -> int:
    """Index of the line the parser stops at; -1 when it reads all."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(code)
        except SyntaxError as error:
            return (error.lineno or 0) - 1
        except (ValueError, RecursionError, MemoryError):
            return -1
    return -1
