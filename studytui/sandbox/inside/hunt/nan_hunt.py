"""Watch every operation of torch, those of backward() too, and stop at the first nan."""

from __future__ import annotations

import contextlib
import math
import re
import sys
from typing import Any, ContextManager, Iterator, List, Optional

_NO_VALUES = ("empty", "new_empty", "empty_like", "empty_strided", "_efficientzerotensor")
"""What these return is whatever lay in memory."""


class FirstNan(FloatingPointError):
    """The operation that made the first nan."""

    __module__ = "builtins"  # so that a traceback names it alone, without a path the learner never wrote


def hunting(filename: str) -> ContextManager[None]:
    """Within it, the first nan raises FirstNan where the learner's code made it. Nothing without torch."""
    return _hunting(filename) if "torch" in sys.modules else contextlib.nullcontext()


@contextlib.contextmanager
def _hunting(filename: str) -> Iterator[None]:
    """Anomaly mode keeps, for each node of the graph, the line of the forward pass that made it."""
    import torch
    from torch.utils._python_dispatch import TorchDispatchMode

    class Watch(TorchDispatchMode):  # type: ignore[misc]  # torch is not followed by the type checker
        @classmethod
        def _should_skip_dynamo(cls) -> bool:
            """torch would import its compiler, seconds of work, only to leave this class out of it."""
            return False

        def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            told = _spans(args)
            result = func(*args, **(kwargs or {}))
            name = func.overloadpacket.__name__
            if name not in _NO_VALUES and any(_has_nan(each) for each in _tensors(result)):
                raise FirstNan(f"the first nan came from {name}(){_backward_of(filename)}; {told}")
            return result

    with torch.autograd.set_detect_anomaly(True, check_nan=False), Watch():
        try:
            yield
        except FirstNan as error:
            _end_where_it_was_made(error, filename)
            raise
    print("No nan came up this time. Random numbers differ from run to run: torch.manual_seed(0) at the top "
          "makes them repeat.", file=sys.stderr)  # fmt: skip


def _end_where_it_was_made(error: FirstNan, filename: str) -> None:
    """The traceback ends in the learner's code: what lies below is our watch and torch."""
    last, tb = None, error.__traceback__
    while tb is not None:
        last = tb if tb.tb_frame.f_code.co_filename == filename else last
        tb = tb.tb_next
    if last is not None:
        last.tb_next = None


def _tensors(values: Any) -> Iterator[Any]:
    import torch

    for each in values if isinstance(values, (tuple, list)) else (values,):
        if isinstance(each, torch.Tensor):
            yield each
        elif isinstance(each, (tuple, list)):
            yield from _tensors(each)


def _has_nan(tensor: Any) -> bool:
    return bool(tensor.is_floating_point() and not tensor.is_meta and tensor.isnan().any())


def _spans(args: Any) -> str:
    """`it worked on [3] from -1 to 2 and 0`; asked before the operation, which may change its input."""
    spans: List[str] = [_span(each) for each in _tensors(args)]
    numbers = [
        f"{each:.4g}" for each in args if isinstance(each, (int, float)) and not isinstance(each, bool)
    ]
    return f"it worked on {' and '.join((spans + numbers)[:3]) or 'nothing'}"


def _span(tensor: Any) -> str:
    shape = f"[{', '.join(map(str, tensor.shape))}]"
    if not tensor.numel() or tensor.is_complex() or tensor.is_meta:
        return shape
    low, high = float(tensor.detach().min()), float(tensor.detach().max())
    if math.isnan(low):
        return f"{shape} with nan in it"
    return f"{shape} from {low:.4g} to {high:.4g}" if tensor.numel() > 1 else f"{low:.4g}"


def _backward_of(filename: str) -> str:
    """` in backward(), for line 4 of the forward pass`; empty in the forward pass itself."""
    import torch

    node = torch._C._current_autograd_node()
    if node is None:
        return ""
    line: Optional[str] = None
    for frame in node.metadata.get("traceback_", ()):
        found = re.search(rf'File "{re.escape(filename)}", line (\d+)', frame)
        line = found.group(1) if found else line
    return f" in backward() of {node.name()}" + (f", for line {line}" if line else "")
