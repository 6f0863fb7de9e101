"""Random numbers of a run: fresh each time, or fixed by the request.

Every run is a fork of one warm process, so without this each would draw the same "random" numbers.
"""

from __future__ import annotations

import os
import random
import sys
from typing import Any, Optional


def seed_all(seed: Optional[int]) -> None:
    """Seed random, and numpy and torch where loaded; None draws a seed from the system."""
    asked = seed is not None
    if seed is None:
        random.seed()
        seed = random.SystemRandom().getrandbits(62)
    else:
        random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)
    if "torch" in sys.modules:
        _seed_torch(sys.modules["torch"], seed, asked)


def _seed_torch(torch: Any, seed: int, asked: bool) -> None:
    """`torch.manual_seed` also queues the seed for every kind of device, which takes ten times a whole run.

    A GPU's generator is fresh in each process anyway, so it only matters where a seed was asked for.
    """
    if asked and os.environ.get("CUDA_VISIBLE_DEVICES", "all"):
        torch.manual_seed(seed)
    else:
        torch.default_generator.manual_seed(seed)
