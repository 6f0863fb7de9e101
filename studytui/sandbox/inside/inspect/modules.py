"""A module and all within it, one row each."""

from __future__ import annotations

from typing import Any, Dict, List

MOST_ROWS = 120

Row = Dict[str, Any]


def tree_of(module: Any) -> List[Row]:
    """Rows as `named_modules` lists them: path, type, own parameters and buffers, and the count below it."""
    rows: List[Row] = []
    for path, each in module.named_modules():
        if len(rows) == MOST_ROWS:
            break
        own = each.named_parameters(recurse=False)
        rows.append({
            "path": path,
            "type": type(each).__name__,
            "training": bool(each.training),
            "count": sum(_count(p) for p in each.parameters()),
            "parameters": [_named(n, p, bool(p.requires_grad)) for n, p in own],
            "buffers": [_named(n, b, False) for n, b in each.named_buffers(recurse=False)],
        })  # fmt: skip
    return rows


def _count(parameter: Any) -> int:
    return 0 if _is_lazy(parameter) else int(parameter.numel())


def _named(name: str, tensor: Any, learns: bool) -> Row:
    shape = None if _is_lazy(tensor) else [int(size) for size in tensor.shape]
    grad = getattr(tensor, "grad", None) if learns else None
    return {"name": name, "shape": shape, "learns": learns, "grad": grad is not None}


def _is_lazy(parameter: Any) -> bool:
    return type(parameter).__name__.startswith("Uninitialized")
