"""Make the learner's own worker processes work behind the walls.

torch hands tensors between processes as descriptors through a socket in the file system, which no run may
open; so they travel by value. New processes are forks, which need no socket either.
"""

from __future__ import annotations

import io
import sys
from typing import Any, Callable, Tuple


def send_tensors_by_value() -> None:
    """Register with multiprocessing's pickler how tensors and parameters travel. Nothing without torch."""
    torch = sys.modules.get("torch")
    if torch is None:
        return
    from multiprocessing.reduction import ForkingPickler

    ForkingPickler.register(torch.Tensor, _take_apart)
    ForkingPickler.register(torch.nn.Parameter, _take_apart)


def start_by_fork() -> None:
    """Python 3.14 starts processes through a socket by default; go on forking."""
    import multiprocessing

    if multiprocessing.get_start_method(allow_none=True) != "fork":
        multiprocessing.set_start_method("fork", force=True)


def _take_apart(tensor: Any) -> Tuple[Callable[[bytes], Any], Tuple[bytes]]:
    import torch

    if tensor.requires_grad and not tensor.is_leaf:
        raise RuntimeError(
            "Cowardly refusing to serialize non-leaf tensor which requires_grad, since autograd does not "
            "support crossing process boundaries. If you just want to transfer the data, call detach() on "
            "the tensor before serializing (e.g., putting it on the queue)."
        )
    buffer = io.BytesIO()
    torch.save(tensor, buffer)
    return _put_together, (buffer.getvalue(),)


def _put_together(data: bytes) -> Any:
    import torch

    return torch.load(io.BytesIO(data), weights_only=True)
