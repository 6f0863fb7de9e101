"""Random numbers of a run: fresh each time, or fixed by the request.

Every run is a fork of one warm process, so without this each would draw the same "random" numbers.
"""

from __future__ import annotations

import random
import sys
from typing import Optional


def seed_all(seed: Optional[int]) -> None:
    """Seed random, and numpy and torch where loaded; None draws a seed from the system."""
    if seed is None:
        random.seed()
        seed = random.SystemRandom().getrandbits(62)
    else:
        random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(seed)
