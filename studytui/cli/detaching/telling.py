"""How the process that keeps watch tells whoever started it that the run has begun, or cannot."""

from __future__ import annotations

import os

import msgspec
from msgspec import Struct

from studytui.runner.status import OnStatus, Ready, RunnerStatus, Warming


class _Warms(Struct, frozen=True, tag="warming"):
    stage: str
    fraction: float


class _Begins(Struct, frozen=True, tag="ready"):
    policy: str


class _Refused(Struct, frozen=True, tag="refused"):
    words: str


_DECODER: msgspec.json.Decoder[_Warms | _Begins | _Refused] = msgspec.json.Decoder(
    _Warms | _Begins | _Refused
)


class Teller:
    """Writes into a pipe, until the run has begun or nobody listens any more."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._open = True

    def hear(self, status: RunnerStatus) -> None:
        """Pass on what the runner says about itself."""
        if isinstance(status, Warming):
            self._tell(_Warms(status.stage, status.fraction))
        elif isinstance(status, Ready):
            self._tell(_Begins(status.policy))
            self._close()

    def refused(self, words: str) -> None:
        """It cannot be run, and why; nothing if it has begun."""
        self._tell(_Refused(words))
        self._close()

    def _tell(self, told: _Warms | _Begins | _Refused) -> None:
        if not self._open:
            return
        try:
            os.write(self._pipe, msgspec.json.encode(told) + b"\n")
        except BrokenPipeError:
            self._close()  # the terminal is gone already; the run goes on

    def _close(self) -> None:
        if self._open:
            self._open = False
            os.close(self._pipe)


def listen(pipe: int, hear: OnStatus) -> str:
    """Pass on what is told until it has begun; why it cannot be run, or "" when it can."""
    with os.fdopen(pipe, "rb") as lines:
        for line in lines:
            told = _DECODER.decode(line)
            if isinstance(told, _Refused):
                return told.words
            if isinstance(told, _Begins):
                hear(Ready(python="", torch="", policy=told.policy))
                return ""
            hear(Warming(told.stage, told.fraction))
    return "the process that was to keep watch ended at once"
