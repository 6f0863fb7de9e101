"""The layer inside the learner's net that failed, and what came into it."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, List, Optional, Tuple

from .facts import Item, told


def inner_layer(tb: TracebackType, known: List[Tuple[str, object]]) -> List[Item]:
    """The deepest module below the snippet's frame, by its path from a net in `known`, with its input.

    Nothing when the failing line called that module itself.
    """
    torch = sys.modules.get("torch")
    if torch is None:
        return []
    layer, given = _deepest_module(tb.tb_next, torch)
    nets = [(name, net) for name, net in known if isinstance(net, torch.nn.Module)]
    for name, net in nets:
        path = next((path for path, each in net.named_modules() if each is layer), None)
        if path is not None and layer is not None:
            inside = [] if not path else [told(_written(name, path), layer)]
            named = given is None or any(value is given for _, value in known)
            return [*inside, *([] if named else [told("its input", given)])]
    return []


def _deepest_module(tb: Optional[TracebackType], torch: Any) -> Tuple[Any, Any]:
    layer = given = None
    while tb is not None:
        local = tb.tb_frame.f_locals
        if tb.tb_frame.f_code.co_name == "forward" and isinstance(local.get("self"), torch.nn.Module):
            layer = local["self"]
            names = tb.tb_frame.f_code.co_varnames[1 : tb.tb_frame.f_code.co_argcount]
            given = next((local[n] for n in names if isinstance(local.get(n), torch.Tensor)), None)
        tb = tb.tb_next
    return layer, given


def _written(name: str, path: str) -> str:
    """`net` and `0.body.1` as one would write it: `net[0].body[1]`."""
    return name + "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in path.split("."))
