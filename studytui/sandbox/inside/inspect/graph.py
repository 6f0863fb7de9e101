"""The autograd graph behind a tensor: its nodes, what each saved for backward, and where the leaves are."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping

MOST_NODES = 60

Node = Dict[str, Any]


def graph_of(tensor: Any, names: Mapping[int, str]) -> List[Node]:
    """Nodes in the order they are met from the result; empty for a tensor without one.

    Each: `name`; `next`: positions of the nodes it leads to, None for an input without gradient, -1 for one
    beyond the bound; `saved`: what backward needs; for leaves `leaf` and `shape`.
    """
    if tensor.grad_fn is None:
        return []
    order: List[Any] = [tensor.grad_fn]
    places = {tensor.grad_fn: 0}
    nodes: List[Node] = []
    for node in order:  # grows while it is walked
        following: List[Any] = []
        for after, _ in node.next_functions:
            if after is not None and after not in places and len(order) < MOST_NODES:
                places[after] = len(order)
                order.append(after)
            following.append(None if after is None else places.get(after, -1))
        nodes.append({"name": type(node).__name__, "next": following, **_leaf(node, names), **_saved(node)})
    return nodes


def _leaf(node: Any, names: Mapping[int, str]) -> Node:
    leaf = getattr(node, "variable", None)
    if leaf is None:
        return {}
    return {"leaf": names.get(id(leaf), ""), "shape": [int(size) for size in leaf.shape]}


def _saved(node: Any) -> Node:
    """Name -> shape, for the tensors a node keeps; `freed` once backward() has let them go."""
    saved: Dict[str, List[int]] = {}
    for name in dir(node):
        if not name.startswith("_saved_"):
            continue
        try:
            value = getattr(node, name)
        except RuntimeError:  # "Trying to … a second time": backward has been here
            return {"freed": True}
        if hasattr(value, "shape"):
            saved[name[7:]] = [int(size) for size in value.shape]
    return {"saved": saved} if saved else {}
