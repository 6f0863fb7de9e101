"""What a keeper is told when it is forked: the run's place and walls. What the run is about comes later."""

from __future__ import annotations

from typing import Any, Dict, NamedTuple, Tuple


class Order(NamedTuple):
    """Prepare one run."""

    number: int
    scratch: str
    gpu: bool = False
    namespaces: bool = False
    gate: bool = False
    loopback: bool = False
    cgroup: str = ""
    """The group below which the run gets its own; empty: none is delegated."""
    required: Tuple[str, ...] = ()


class Ends(NamedTuple):
    """The ends of a run's pipes that belong on its side, as descriptors, in the order they travel."""

    stdin: int
    stdout: int
    stderr: int
    messages: int
    request: int
    control: int
    status: int


def read_order(message: Dict[str, Any]) -> Order:
    """The order in a message of the supervisor."""
    fields = {name: message[name] for name in Order._fields if name in message}
    return Order(**{**fields, "required": tuple(message.get("required", ()))})
