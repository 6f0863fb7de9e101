"""Do once, in a spare while nobody waits, what every run does: memory is there then, and caches are full.

Takes two thirds off the time to a run's first output. Leaves no state behind that a run could see: random
numbers are seeded again, and without a GPU autograd starts no threads.
"""

from __future__ import annotations

import sys

_SNIPPET = (
    "class A:\n    def f(self, x=1):\n        return [x**2 for x in range(3)]\nprint(A().f(), f'{1.5:.2f}')\n"
)


def rehearse(gpu: bool) -> None:
    """Compile, seed, and unless the run may use a GPU, differentiate something."""
    from ..inside.execute import execute  # noqa: F401
    from ..inside.seeding import seed_all

    seed_all(None)
    compile(_SNIPPET, "rehearsal", "exec")
    if "torch" in sys.modules:
        _inspect()
        if not gpu:
            _differentiate()


def _differentiate() -> None:
    import torch

    x = torch.tensor([1.0, 2.0], requires_grad=True)
    ((x**2).sum() + (x @ x).tanh()).backward()
    repr(x.grad)


def _inspect() -> None:
    import torch

    from ..inside.inspect.report import report_inspection

    x = torch.tensor([1.0, 2.0], requires_grad=True)
    report_inspection({"x": x, "y": (x**2).sum(), "net": torch.nn.ReLU()}, lambda verb, **fields: None)
