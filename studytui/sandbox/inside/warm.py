"""What the warm process imports once, so that no run has to."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import Iterable

_LAZY = (
    "torch._dynamo",
    "torch.func",
    "torch.utils.data",
    "torch.distributions",
    "torch.nn.utils.parametrizations",
    "torch.autograd.functional",
    "torch.optim.lr_scheduler",
    "torch._decomp.decompositions_for_jvp",
    "tqdm",
)
"""What optimizers, torch.func, decompositions and common snippets import on first use."""


def preload(stage: int) -> None:
    """Stage 1: torch, numpy and what a run of ours needs. Stage 2: what is slow and not needed by all.

    Never calls `backward()`, never initialises CUDA and never computes with more than one thread: each of
    these starts threads that do not survive a fork. Raises ImportError when torch is missing in stage 1.
    """
    if stage == 1:
        _torch()
        _try(("numpy",))
        _ourselves()
    else:
        _try(_LAZY)
        _matplotlib()


def _torch() -> None:
    """The first operations pick kernels and touch memory; forward ones only."""
    import torch

    torch.set_num_threads(1)
    state = torch.get_rng_state()
    hidden = torch.nn.Linear(8, 8)(torch.randn(8, 8)).relu()
    repr((hidden @ hidden).softmax(-1).sum())
    repr(hidden.tolist())
    torch.set_rng_state(state)


def _ourselves() -> None:
    """All of this package: once walls are up, its files may be out of reach."""
    package = __name__.rpartition(".")[0]
    for module in pkgutil.walk_packages(sys.modules[package].__path__, package + "."):
        importlib.import_module(module.name)


def _matplotlib() -> None:
    """With our backend, and one figure drawn: that loads the fonts, a third of a second."""
    from .figures import backend

    backend.install(None)
    try:
        from matplotlib import pyplot
    except ImportError:
        return  # not installed: the learner's own import says so best
    pyplot.figure().add_subplot().plot([0, 1], label="x")
    pyplot.title("x")
    pyplot.legend()
    pyplot.show()


def _try(names: Iterable[str]) -> None:
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            pass  # what is missing stays missing: the learner's own import says so best
