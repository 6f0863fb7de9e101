"""The garbage collector, kept away from the first paint and from the keys.

A full collection of all that Textual and the lessons hold takes some 75 ms: a letter typed meanwhile waits.
What is there once the app stands stays until it ends, so the collector need never look at it again.
"""

from __future__ import annotations

import gc

OFTEN = (10_000, 20, 20)
"""Objects made before the young ones are looked at, and rounds before older ones are: Python's own 700 means
several rounds for every frame of a run."""


def hold() -> None:
    """No collection until `settle`: what is made while the app starts is there to stay."""
    gc.set_threshold(*OFTEN)
    gc.disable()


def settle() -> None:
    """Collect from now on, leaving out all that exists already. May be called again.

    Without `hold` nothing happens: an app inside another program does not own its garbage.
    """
    if gc.get_threshold() == OFTEN:
        gc.freeze()
        gc.enable()
