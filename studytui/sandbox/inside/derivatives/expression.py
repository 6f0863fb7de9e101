"""One line in x becomes a function of tensors: `sin(x) * exp(-x**2)`, `torch.relu(x)`, `abs(x)`."""

from __future__ import annotations

import ast
import math
import re
from typing import Any, Callable, Dict

FILENAME = "f"
LONGEST = 500
_REFUSED = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.NamedExpr, ast.Await)
_PRODUCT = re.compile(r"[\d)]\s*[A-Za-z(]")
_HELP = "f is one expression in x, such as sin(x) * x**2"

Function = Callable[[Any], Any]


def compiled(text: str) -> Function:
    """The function that `text` describes. Raises ValueError in words a learner can act on."""
    tree = _parsed(text.strip())
    names = {node.id: _value_of(node.id) for node in ast.walk(tree) if isinstance(node, ast.Name)}
    code = compile(tree, FILENAME, "eval", dont_inherit=True)

    def function(x: Any) -> Any:
        return eval(code, {"__builtins__": {}, **names, "x": x})

    return function


def _parsed(text: str) -> ast.Expression:
    if not text or len(text) > LONGEST:
        raise ValueError(f"{_HELP}, of at most {LONGEST} characters")
    try:
        tree = ast.parse(text, FILENAME, mode="eval")
    except SyntaxError as error:
        raise ValueError(_syntax_words(text, error)) from None
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitXor):
            raise ValueError("write x**2 for a power: ^ means exclusive or in Python")
        if isinstance(node, _REFUSED):
            raise ValueError(f"{_HELP}: no functions or loops within it")
    return tree


def _syntax_words(text: str, error: SyntaxError) -> str:
    if "=" in text and "==" not in text:
        return f"{_HELP}: leave out the name and the equals sign"
    at = (error.offset or 1) - 1
    if _PRODUCT.search(text):
        return f"{_HELP}: a product needs a star, such as 2*x (near column {at + 1})"
    return f"{_HELP}: {error.msg} (near column {at + 1})"


def _value_of(name: str) -> Any:
    """What a bare name means: constants, torch itself, and torch's functions without `torch.`."""
    import torch

    known: Dict[str, Any] = {"x": None, "torch": torch, "math": math, "pi": math.pi, "e": math.e}
    known.update(F=torch.nn.functional, nn=torch.nn, inf=math.inf)
    if name in known:
        return known[name]
    for home in (torch, torch.nn.functional, torch.special):
        found = getattr(home, name, None)
        if callable(found) and not isinstance(found, type):
            return found
    raise ValueError(f"f does not know {name!r}: it may use x, numbers, pi, math and torch's functions")
