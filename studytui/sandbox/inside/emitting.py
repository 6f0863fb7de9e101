"""The one way out of a run: `emit`."""

from __future__ import annotations

from typing import Any, Mapping, Protocol

Job = Mapping[str, Any]
"""The request as it came over the wire."""

LINE_BUDGET = 48_000
"""Bytes of JSON one message may take before we cut it ourselves; the wire's own limit is 64 KiB."""


class Emit(Protocol):
    """Writes one message; `verb` names it. Thread-safe."""

    def __call__(self, verb: str, **fields: object) -> None: ...
