"""From the learner's text to code objects: magics taken out, the last expression set apart."""

from __future__ import annotations
import __future__

import ast
import re
from types import CodeType
from typing import Callable, NamedTuple, Optional

MAGIC = re.compile(r"^(\s*)([%!].*|\?.*|[\w.]+\?{1,2}\s*)$")
"""A line only a notebook understands: `%matplotlib inline`, `!pip list`, `torch.cat?`."""

NOTHING_LOST = re.compile(r"%(matplotlib|config\s+InlineBackend|(load|reload)_ext\s+autoreload|autoreload)\b")
"""Magics that ask for what happens here anyway: figures in place, every run with fresh modules."""

FUTURES = 0
for _name in __future__.all_feature_names:
    FUTURES |= getattr(__future__, _name).compiler_flag


class Program(NamedTuple):
    """A snippet ready to run."""

    body: CodeType
    last: Optional[CodeType]
    """The last statement when it is an expression, else None."""
    skipped: tuple[str, ...]
    """Notebook lines that were left out, as `line 3: %timeit f()`."""


def prepare(source: str, filename: str, rewrite: Callable[[ast.Module], ast.Module]) -> Program:
    """Parse, leave notebook magics out, let `rewrite` add recording calls, compile. Raises SyntaxError."""
    tree, skipped = parse(source, filename)
    tree = rewrite(tree)
    last = _take_last(tree, source)
    body = _compile(tree, filename, "exec", 0)
    if last is None:
        return Program(body, None, skipped)
    return Program(body, _compile(last, filename, "eval", body.co_flags & FUTURES), skipped)


def _compile(tree: ast.AST, filename: str, mode: str, flags: int) -> CodeType:
    code: CodeType = compile(tree, filename, mode, flags=flags, dont_inherit=True)  # type: ignore[call-overload]
    return code


def parse(source: str, filename: str) -> tuple[ast.Module, tuple[str, ...]]:
    """The syntax tree and the notebook lines left out.

    Only lines the parser itself refuses are taken for magics, so `%` within a string is safe.
    """
    lines: list[str] = source.split("\n")
    skipped: list[str] = []
    while True:
        try:
            return ast.parse("\n".join(lines), filename), tuple(skipped)
        except SyntaxError as error:
            at = (error.lineno or 0) - 1
            magic = MAGIC.match(lines[at]) if 0 <= at < len(lines) else None
            if magic is None:
                raise
            if not NOTHING_LOST.match(magic.group(2)):
                skipped.append(f"line {at + 1}: {magic.group(2).strip()}")
            lines[at] = magic.group(1) + "pass"


def _take_last(tree: ast.Module, source: str) -> Optional[ast.Expression]:
    """Cut the last statement off when it is an expression; a final semicolon asks for silence."""
    if not tree.body or not isinstance(tree.body[-1], ast.Expr) or source.rstrip().endswith(";"):
        return None
    if len(tree.body) == 1 and ast.get_docstring(tree, clean=False) is not None:
        return None
    last = tree.body.pop()
    assert isinstance(last, ast.Expr)
    return ast.Expression(last.value)
