"""The pipes of one run: the supervisor's ends here, the run's ends on their way to the keeper."""

from __future__ import annotations

import os
from typing import List, NamedTuple, Tuple

from ..keeper.order import Ends


class Pipes(NamedTuple):
    """The supervisor's ends; stdin, request and control are written, the others read."""

    stdin: int
    stdout: int
    stderr: int
    messages: int
    request: int
    control: int
    status: int


_WRITTEN_HERE = {"stdin", "request", "control"}


def make() -> Tuple[Pipes, Ends]:
    """Both sides; the caller closes the second when it has been sent."""
    here: List[int] = []
    there: List[int] = []
    for name in Pipes._fields:
        reader, writer = os.pipe()
        here.append(writer if name in _WRITTEN_HERE else reader)
        there.append(reader if name in _WRITTEN_HERE else writer)
    return Pipes(*here), Ends(*there)
