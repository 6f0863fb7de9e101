"""jedi, where the learner's interpreter has it: for what cannot be evaluated without running the code."""

from __future__ import annotations

import warnings
from typing import Any, Dict, List, Tuple


def complete_statically(text: str, namespace: Dict[str, Any]) -> List[Tuple[str, str]]:
    """Completions of `torch.randn(3).su`, with the names known; empty without jedi."""
    try:
        import jedi
    except ImportError:
        return []
    lines = text.split("\n")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = jedi.Interpreter(text, [namespace]).complete(len(lines), len(lines[-1]))
    return [(each.name, each.type) for each in found if not each.name.startswith("_")]
