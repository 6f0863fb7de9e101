"""What the supervisor says about itself, as typed values. A wrong shape raises msgspec.ValidationError."""

from __future__ import annotations

from typing import Any

import msgspec

from studytui.runner import numbers
from studytui.runner.clean import clean
from studytui.runner.status import Layer, Probe, Ready, Warming


def ready(fields: dict[str, Any]) -> Ready:
    """A `ready` frame."""
    return msgspec.convert(numbers.plain(fields), Ready)


def warming(fields: dict[str, Any]) -> Warming:
    """A `warming` frame."""
    found = msgspec.convert(numbers.plain(fields), Warming)
    return msgspec.structs.replace(found, fraction=min(1.0, max(0.0, found.fraction)))


def probe(fields: dict[str, Any]) -> Probe:
    """A `probe` frame: `layers` typed, everything else kept as plain data."""
    known: dict[str, Any] = numbers.plain(fields)
    layers = msgspec.convert(known.get("layers", {}), dict[str, str])
    return Probe(tuple(Layer(name, why) for name, why in layers.items()), clean(str(known.get("policy", ""))))
