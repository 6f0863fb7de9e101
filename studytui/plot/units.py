"""Which recorded series belong on common axes: those that measure the same thing."""

from __future__ import annotations

from collections.abc import Iterable

_OWN_AXES = ("lr", "grad norm")
"""What optimizers tell, as the run names it; a second optimizer's series is called `lr 2`."""


def unit(name: str) -> str:
    """ "lr", "grad norm", or "" for all that the learner's code computes."""
    return next((one for one in _OWN_AXES if name == one or name.startswith(f"{one} ")), "")


def is_rate(name: str) -> bool:
    """Whether this is a learning rate: what the optimizer really used, so nothing is smoothed or judged."""
    return unit(name) == "lr"


def by_unit(names: Iterable[str]) -> list[list[str]]:
    """The names in groups that share their axes, the losses first."""
    groups: dict[str, list[str]] = {one: [] for one in ("", *_OWN_AXES)}
    for name in names:
        groups[unit(name)].append(name)
    return [group for group in groups.values() if group]
