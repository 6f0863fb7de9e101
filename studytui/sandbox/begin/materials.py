"""Filters and rules, made once in the warm process so that no run spends time on them."""

from __future__ import annotations

from itertools import product
from typing import Dict, List

from ..confine import landlock, seccomp_filter
from ..confine.landlock import Rule
from ..confine.rules import fixed_rules
from ..confine.seccomp_filter import FORKS_ASK, FORKS_REFUSED, Variant


class Materials:
    """`home` is the user's home folder, which no rule may open."""

    def __init__(self, home: str) -> None:
        self.landlock = landlock.abi()
        self.rules: Dict[bool, List[Rule]] = {gpu: fixed_rules(home, gpu) for gpu in (False, True)}
        self.seal = seccomp_filter.build_seal() if seccomp_filter.supported() else b""
        self._programs: Dict[Variant, bytes] = {}
        if seccomp_filter.supported() and self.landlock >= 6:
            for loopback, gpu, shared in product((False, True), repeat=3):
                self.program(Variant(FORKS_ASK, loopback, gpu, shared))
                self.program(Variant(FORKS_REFUSED, loopback, gpu))

    def program(self, variant: Variant) -> bytes:
        """The filter; the ones for kernels that need the run's own pid in it are made on the spot."""
        if variant not in self._programs:
            self._programs[variant] = seccomp_filter.build(variant)
        return self._programs[variant]
