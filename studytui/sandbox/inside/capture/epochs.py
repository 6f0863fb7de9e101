"""Loops over epochs: each pass of one begins an epoch, which every series marks."""

from __future__ import annotations

import ast
import builtins
import re

from .recorder import Recorder

BEGIN = "__studytui_epoch__"
"""Looked up in builtins, so that the learner's globals stay as they were."""

_COUNTER = re.compile(r"(?i)(^|_)(ep|epochs?)(_?(i|id|idx|index|no|num|number)|\d+)?$")
_COUNT = re.compile(r"(?i)(^|[^a-z])n?epochs$")


def is_epoch_loop(loop: ast.stmt) -> bool:
    """`for epoch in …`, `for i in range(num_epochs)`, `while epoch < 10`."""
    if isinstance(loop, ast.While):
        return any(_named(node, _COUNTER) for node in ast.walk(loop.test))
    if not isinstance(loop, (ast.For, ast.AsyncFor)):
        return False
    if isinstance(loop.target, ast.Name) and _COUNTER.search(loop.target.id):
        return True
    return isinstance(loop.iter, ast.Call) and any(_named(node, _COUNT) for node in ast.walk(loop.iter))


def beginning(loop: ast.stmt) -> ast.stmt:
    """The call to put first in the loop's body; it carries the line of the loop."""
    call = ast.Expr(ast.Call(ast.Name(BEGIN, ast.Load()), [], []))
    return ast.copy_location(call, loop)


def offer_epochs(recorder: Recorder) -> None:
    """Let the code added by `beginning` find what it calls."""
    setattr(builtins, BEGIN, recorder.begin_epoch)


def _named(node: ast.AST, pattern: "re.Pattern[str]") -> bool:
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return bool(pattern.search(name))
