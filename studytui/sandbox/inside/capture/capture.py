"""Everything that is recorded in one run."""

from __future__ import annotations

import ast
import builtins
import sys
from typing import List, Optional

from ..emitting import Emit
from .backward import Read, Roots
from .epochs import offer_epochs
from .explicit import explicit_names, offer_plot
from .injection import RECORD, Injection
from .needed import needs_closures, needs_rates, needs_roots
from .optimizers import Optimizers
from .printed import Printed
from .progress_bars import console_bars, watch_tqdm
from .reading import reader
from .recorder import Recorder
from .roots import roots_by_line
from .sites import Place, Sites

TRACERS = ("torch.compile", "jit.trace", "make_fx", "torch.export", "@compile", "cuda.graph")


class Capture:
    """Give it the parsed code before that is compiled; close it when the code has ended.

    With `grad_norm` the length of the gradient is recorded at every optimizer step as well.
    """

    def __init__(self, emit: Emit, filename: str, grad_norm: bool = False) -> None:
        self._grad_norm = grad_norm
        self._recorder = Recorder(emit)
        self._sites = Sites(self._recorder)
        self._filename = filename
        self._assigned: List[Place] = []
        self._optimizers: Optional[Optimizers] = None

    def watch(self, tree: ast.Module, source: str) -> ast.Module:
        """Add recording calls to `tree`, and put the hooks into torch if it is imported.

        Functions that torch traces or compiles see the code as the learner wrote it: a recording call would
        become part of the graph.
        """
        read = reader(self._recorder.expect_device)
        left_out = explicit_names(tree)
        offer_plot(self._recorder, read)
        self._offer_record(read)
        offer_epochs(self._recorder)
        traced = any(word in source for word in TRACERS)
        tree = Injection(self._number, left_out, traced).module(tree)
        if "torch" in sys.modules:
            self._install_hooks(tree, source, read)
        self._listen(source, read)
        return tree

    def _listen(self, source: str, read: Read) -> None:
        """The last resort: what is printed, and what progress bars are told."""
        printed = Printed(self._recorder, read, self._filename)
        if "print" in source:
            printed.listen(sys.stdout)
        if "tqdm" in source:
            console_bars()
            watch_tqdm(printed.bar)

    def _install_hooks(self, tree: ast.Module, source: str, read: Read) -> None:
        if needs_roots(tree, self._assigned):
            roots = Roots(self._sites, read, self._filename, roots_by_line(tree))
            roots.install(sys.modules["torch"])
        self._optimizers = Optimizers(self._recorder, self._sites, read, self._filename)
        self._optimizers.install(needs_closures(tree), needs_rates(tree, source), self._grad_norm)

    def close(self) -> None:
        """Send the rest of every series."""
        if self._optimizers is not None:
            self._optimizers.close()
        self._recorder.close()

    def _number(self, place: Place, may_repeat: bool) -> int:
        self._assigned.append(place)
        self._sites.assigned_places.add(place)
        return self._sites.add(place, may_repeat)

    def _offer_record(self, read: Read) -> None:
        sites, puts = self._sites, self._sites.puts

        def record(number: int, value: object) -> None:
            reading = read(value)
            if reading is not None:
                sites.assigned += 1
                puts[number](reading)

        setattr(builtins, RECORD, record)
