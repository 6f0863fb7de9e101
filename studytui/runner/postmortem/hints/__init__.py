"""The hints, by topic. The first that fits is taken, so the particular stands before the general.

Every pattern matches a message that torch really produced: tests/runner/postmortem/test_hints.py raises them.
"""

from studytui.runner.postmortem.hint import Hint
from studytui.runner.postmortem.hints import (
    autograd,
    devices,
    dtypes,
    hunting,
    indexing,
    isolation,
    layers,
    losses,
    products,
    python,
    shapes,
    training,
)

HINTS: tuple[Hint, ...] = (
    *hunting.HINTS,
    *autograd.HINTS,
    *products.HINTS,
    *shapes.HINTS,
    *indexing.HINTS,
    *losses.HINTS,
    *layers.HINTS,
    *dtypes.HINTS,
    *devices.HINTS,
    *training.HINTS,
    *isolation.HINTS,
    *python.HINTS,
)
