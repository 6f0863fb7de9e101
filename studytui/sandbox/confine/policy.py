"""What the layers that work here add up to, and which of them a run must not start without."""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Optional, Tuple

FULL, GOOD, REFUSE = "full", "good", "refuse"

_LAYERS_OF_A_RUN = ("no_new_privs", "capabilities", "seccomp", "landlock")


class Isolation(NamedTuple):
    """The layers in use on this machine."""

    policy: str
    layers: Tuple[str, ...]
    missing: Dict[str, str]
    """Layer and why it is not there."""
    namespaces: bool
    gate: bool
    cgroup: bool

    def required(self) -> List[str]:
        """Whatever was found to work must hold in every run, or the run does not start."""
        wanted = (*_LAYERS_OF_A_RUN, "namespaces")
        return [name for name in wanted if name in self.layers]


def decide(probed: Dict[str, str], namespaces: Optional[bool]) -> Isolation:
    """Add up `probed`, {layer: "" or why it does not work}. `namespaces` forces them on or off."""
    found = dict(probed)
    if namespaces is False:
        found["namespaces"] = "switched off"
    layers = tuple(name for name, why in found.items() if not why)
    policy = _policy(set(layers))
    if namespaces and "namespaces" not in layers:
        policy = REFUSE
    missing = {name: why for name, why in found.items() if why}
    return Isolation(policy, layers, missing, "namespaces" in layers, "gate" in layers, "cgroup" in layers)


def _policy(layers: "set[str]") -> str:
    """full: walls, a hard limit on processes and a kill that misses nothing. refuse: files lie open."""
    if not {"no_new_privs", "capabilities", "seccomp", "landlock"} <= layers:
        return REFUSE
    counted = bool(layers & {"gate", "nproc"})
    certain = bool(layers & {"domain", "namespaces", "cgroup"})
    return FULL if counted and certain else GOOD
