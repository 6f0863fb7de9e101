"""Which hooks a program needs. In a tiny loop a hook that finds nothing new costs as much as the recording.

Code without any such call may leave it to a library, so then the hook is put in.
"""

from __future__ import annotations

import ast
from typing import Iterable

from .calls import MethodCall, method_calls
from .sites import Place

_RATES = ("lr_scheduler", "param_groups", "LR(", "swa_utils")


def needs_roots(tree: ast.AST, assigned: Iterable[Place]) -> bool:
    """Not if every `backward()` is called on a variable that an assignment beside it records."""
    recorded = list(assigned)
    called = [_place(call) for call in method_calls(tree, "backward")]
    return not called or any(called.count(place) > recorded.count(place) for place in called)


def needs_closures(tree: ast.AST) -> bool:
    """Only if some `step` is given something."""
    calls = list(method_calls(tree, "step"))
    return not calls or any(call.node.args or call.node.keywords for call in calls)


def needs_rates(tree: ast.AST, source: str) -> bool:
    """Only if something in the code can change a learning rate."""
    return not any(True for _ in method_calls(tree, "step")) or any(word in source for word in _RATES)


def _place(call: MethodCall) -> Place:
    """Expressions and attributes are in no assignment's account."""
    return Place(call.owner.id if isinstance(call.owner, ast.Name) else "", call.scope)
