"""The variables that the learner's code leaves behind."""

from __future__ import annotations

import json
import sys
import types
from typing import Any, Dict, Iterator, List, Mapping, Tuple

from ..emitting import LINE_BUDGET, Emit
from .tensors import described, storage_of
from .text import shown

MOST = 200
MOST_TEXT = 200
_NOT_DATA = (
    types.ModuleType,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    type,
)

Item = Dict[str, Any]


def report_variables(namespace: Mapping[str, object], emit: Emit) -> None:
    """Emit `variables`: names in order of creation; modules, functions and classes are left out."""
    given = [(name, value) for name, value in list(namespace.items()) if _is_theirs(name)]
    kept = [(name, value) for name, value in given if not isinstance(value, _NOT_DATA)]
    functions = sum(isinstance(value, (types.FunctionType, type)) for _, value in given)
    items = [item for name, value in kept[:MOST] for item in _safely(name, value)]
    _link_shared(items, kept)
    told = _within_budget(items)
    emit("variables", items=told, functions=functions, left_out=len(kept) - len(told))


def _is_theirs(name: object) -> bool:
    return isinstance(name, str) and name != "_" and not name.startswith("__")


def _safely(name: str, value: object) -> Iterator[Item]:
    """An object that cannot even be looked at is named with its type."""
    try:
        yield {"name": name, "type": type(value).__name__, **_facts(value)}
    except Exception as error:
        yield {"name": name, "type": type(value).__name__, "repr": f"<raised {type(error).__name__}>"}


def _facts(value: Any) -> Item:
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        facts = described(value)
        return {**facts, "repr": shown(value.item(), 40)} if facts["numel"] == 1 and value.is_cpu else facts
    if torch is not None and isinstance(value, torch.nn.Module):
        return _of_module(value)
    if hasattr(value, "dtype") and hasattr(value, "shape") and hasattr(value, "nbytes"):
        shape = [int(size) for size in value.shape]
        facts = {"shape": shape, "dtype": f"numpy.{value.dtype}", "device": "", "nbytes": int(value.nbytes)}
        return {**facts, "repr": shown(value.item(), 40)} if value.size == 1 else facts
    return {"repr": shown(value, MOST_TEXT), **_length(value)}


def _of_module(module: Any) -> Item:
    parameters = list(module.parameters())
    known = [parameter.numel() for parameter in parameters if not _is_lazy(parameter)]
    text = f"{sum(known):,} parameters in {len(parameters)} tensors"
    return {"parameters": sum(known), "training": bool(module.training), "repr": text}


def _is_lazy(parameter: Any) -> bool:
    return type(parameter).__name__.startswith("Uninitialized")


def _length(value: Any) -> Item:
    return {"length": len(value)} if isinstance(value, (list, tuple, dict, set, str)) else {}


def _link_shared(items: List[Item], kept: List[Tuple[str, Any]]) -> None:
    """Name the other variables that look at the same memory."""
    torch = sys.modules.get("torch")
    if torch is None:
        return
    owners: Dict[int, List[str]] = {}
    places: Dict[str, int] = {}
    for name, value in kept[: len(items)]:
        place = storage_of(value) if isinstance(value, torch.Tensor) else None
        if place is not None:
            owners.setdefault(place, []).append(name)
            places[name] = place
    for item in items:
        shared = [name for name in owners.get(places.get(item["name"], 0), ()) if name != item["name"]]
        if shared:
            item.update(storage=places[item["name"]], shares=shared[:8])


def _within_budget(items: List[Item]) -> List[Item]:
    kept, size = [], 0
    for item in items:
        size += len(json.dumps(item, default=repr)) + 2
        if size > LINE_BUDGET:
            break
        kept.append(item)
    return kept
