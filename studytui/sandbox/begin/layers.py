"""Put the layers on, in the order that works: powers first, then files, system calls last."""

from __future__ import annotations

import os
from typing import Callable, Dict, List, NamedTuple, Optional

from ..confine import capabilities, kernel, landlock, rlimits, seccomp_load
from ..confine.rules import own_rules
from ..confine.seccomp_filter import FORKS_ASK, FORKS_REFUSED, Variant
from ..keeper.order import Order
from .materials import Materials


class Confined(NamedTuple):
    """What is in force now."""

    layers: List[str]
    failed: Dict[str, str]
    """Layer and why it did not load."""
    listener: Optional[int]
    """Where the keeper answers for new processes, if the gate loaded."""


def confine(order: Order, materials: Materials) -> Confined:
    """Shut this process in for good. Whether enough loaded is for the caller to judge."""
    layers, failed = ["namespaces"] if order.namespaces else [], {}
    listeners: List[int] = []
    steps: Dict[str, Callable[[], object]] = {
        "rlimits": lambda: rlimits.lower(rlimits.for_every_run(order.gpu)),
        "no_new_privs": kernel.no_new_privileges,
        "capabilities": capabilities.drop_all,
        "landlock": lambda: _wall(order, materials),
        "seccomp": lambda: listeners.extend(_filter(order, materials)),
    }
    for name, step in steps.items():
        try:
            step()
            layers.append(name)
        except (OSError, ValueError, KeyError) as error:
            failed[name] = str(error)
    layers += ["gate"] if listeners else []
    return Confined(layers, failed, listeners[0] if listeners else None)


def seal(confined: Confined, materials: Materials) -> None:
    """The last thing, once nothing has to be handed over any more. Raises OSError."""
    if "seccomp" in confined.layers:
        seccomp_load.load(materials.seal)


def _wall(order: Order, materials: Materials) -> None:
    rules = materials.rules[order.gpu] + own_rules(order.scratch, order.namespaces)
    landlock.restrict(rules, network=not order.loopback)


def _filter(order: Order, materials: Materials) -> List[int]:
    """Load the filter with the gate, or, where a container has one already, with no new processes at all."""
    only = 0 if materials.landlock >= 6 else os.getpid()
    shared = order.gate and not order.namespaces
    variant = Variant(FORKS_ASK, order.loopback, order.gpu, shared, only)
    if order.gate:
        try:
            return [seccomp_load.load_with_listener(materials.program(variant))]
        except OSError:
            pass
    seccomp_load.load(materials.program(variant._replace(forks=FORKS_REFUSED, shared_asks=False)))
    return []
