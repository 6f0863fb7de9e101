"""`inspected`: one item for each tensor and module, until time or room runs out."""

from __future__ import annotations

import json
import sys
import time
from typing import Any, Dict, Iterator, List, Mapping, Tuple

from ..emitting import LINE_BUDGET, Emit
from .graph import graph_of
from .modules import tree_of
from .storage import storage_facts
from .values import value_facts

SECONDS = 0.03
"""Of processor time, at most; a variable takes a quarter of a millisecond. The rest is told in short."""
MOST_MESSAGES = 4

Item = Dict[str, Any]


def report_inspection(namespace: Mapping[str, object], emit: Emit) -> None:
    """Emit what the inspector shows, in as many messages as it needs, the variables made last first."""
    if "torch" not in sys.modules:
        return
    batch: List[Item] = []
    size = sent = 0
    for item in _items(namespace):
        length = len(json.dumps(item, default=repr))
        if batch and size + length > LINE_BUDGET:
            emit("inspected", items=batch)
            batch, size, sent = [], 0, sent + 1
        if sent == MOST_MESSAGES:
            return
        batch.append(item)
        size += length
    if batch:
        emit("inspected", items=batch)


def _items(namespace: Mapping[str, object]) -> Iterator[Item]:
    torch = sys.modules["torch"]
    kinds = (torch.Tensor, torch.nn.Module)
    values = [(n, v) for n, v in list(namespace.items()) if isinstance(v, kinds) and n[:2] != "__"]
    names = _names(values, torch)
    until = time.thread_time() + SECONDS
    for name, value in reversed(values):
        try:
            yield {"name": name, **_looked_at(value, names, torch, time.thread_time() < until)}
        except Exception as error:  # fake, sparse and half-built tensors may refuse any question
            yield {"name": name, "skipped": type(error).__name__}


def _looked_at(value: Any, names: Mapping[int, str], torch: Any, closely: bool) -> Item:
    if not isinstance(value, torch.Tensor):
        return {"tree": tree_of(value)} if closely else {"skipped": "time"}
    if not closely:
        return {**storage_facts(value, names), "skipped": "time"}
    return {**storage_facts(value, names), **value_facts(value), "graph": graph_of(value, names)}


def _names(values: List[Tuple[str, Any]], torch: Any) -> Dict[int, str]:
    """What the learner calls each tensor, by identity; parameters by their path. The first name wins."""
    names = {id(each): name for name, each in reversed(values)}
    for name, each in values:
        if isinstance(each, torch.nn.Module):
            for path, parameter in each.named_parameters():
                names.setdefault(id(parameter), f"{name}.{path}")
    return names
