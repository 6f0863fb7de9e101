"""The garbage collector, kept away from the first paint and from the keys.

A full collection of all that Textual and the lessons hold takes some 75 ms: a letter typed meanwhile waits.
What is there once the app stands stays until it ends, so the collector need never look at it again.
"""

from __future__ import annotations

import gc


def hold() -> None:
    """No collection until `settle`: what is made while the app starts is there to stay."""
    gc.disable()


def settle() -> None:
    """Collect from now on, leaving out all that exists already. May be called again."""
    gc.freeze()
    gc.enable()
