"""A forked child that starts a new life from an empty stack.

When the learner's code crashes, Python shows the whole stack: the fewer frames of ours, the better. So a
child does not run on top of whoever forked it, but unwinds first.
"""

from __future__ import annotations

import os
import traceback
from typing import Callable, NoReturn

_BROKEN = 97

Life = Callable[[], NoReturn]


class Become(BaseException):
    """Raised in a forked child: unwind, then be this."""

    def __init__(self, life: Life) -> None:
        super().__init__()
        self.life = life


def fork(life: Life) -> int:
    """Fork a child that becomes `life`; its pid. The caller's callers must let `Become` pass."""
    child = os.fork()
    if child == 0:
        raise Become(life)
    return child


def live(life: Life) -> NoReturn:
    """To be called at the bottom of the stack: the place where forked children begin again."""
    while True:
        try:
            life()
        except Become as turn:
            life = turn.life
        except BaseException:
            traceback.print_exc()
            os._exit(_BROKEN)
