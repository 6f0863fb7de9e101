"""What the warm process imports once, so that no run has to."""

from __future__ import annotations

import importlib


def preload(stage: int) -> None:
    """Stage 1: torch and numpy. Stage 2: what optimizers, torch.func and plots import lazily.

    Never calls `backward()` and never initialises CUDA: both start threads that do not survive a fork.
    Raises ImportError when torch is missing in stage 1.
    """
    if stage == 1:
        _torch()
    else:
        for name in ("torch._dynamo", "matplotlib.pyplot"):
            _try(name)


def _torch() -> None:
    import torch

    torch.set_num_threads(1)
    a = torch.ones(8, 8)
    repr((a @ a).relu().softmax(-1).sum().item())
    _try("numpy")
    for name in ("execute",):
        importlib.import_module("." + name, __package__)


def _try(name: str) -> None:
    """What is missing stays missing: the learner's own import says so best."""
    try:
        importlib.import_module(name)
    except ImportError:
        pass
