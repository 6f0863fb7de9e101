"""The third source: `optimizer.step()`, for learning rates that change and closures nothing else saw."""

from __future__ import annotations

import sys
import weakref
from types import FrameType
from typing import Any, Callable, Dict, Optional

from .backward import Read
from .gradients import GradientNorms
from .recorder import Recorder
from .series import Series
from .sites import Place, Sites


class _Rate:
    """The learning rate of one optimizer: a curve only once it changes."""

    def __init__(self, optimizer: object, rate: float) -> None:
        self.optimizer = weakref.ref(optimizer)
        self.steps = 0
        self.told = 0
        """The step of the last point recorded."""
        self.rate = rate
        self.series: Optional[Series] = None

    def hold(self, step: int) -> None:
        """A rate stays what it is until it changes: a point right before the change makes it a stair."""
        if self.series is not None and step > self.told:
            self.series.push_at(step, self.rate)
            self.told = step

    def change(self, rate: float) -> None:
        """From this step on the rate is another."""
        self.hold(self.steps - 1)
        self.rate = rate
        if self.series is not None:
            self.series.push_at(self.steps, rate)
            self.told = self.steps


class Optimizers:
    """Hooks before and after every step of every optimizer."""

    def __init__(self, recorder: Recorder, sites: Sites, read: Read, filename: str) -> None:
        self._recorder = recorder
        self._sites = sites
        self._read = read
        self._filename = filename
        self._rates: Dict[int, _Rate] = {}
        self._curves = 0
        """Learning rates that became series. Of optimizers too that are gone, whose number another got."""
        self._closures: Dict[str, int] = {}

    def install(self, closures: bool, rates: bool, norms: bool) -> None:
        """Register with torch, for all optimizers there will be, what is asked for."""
        from torch.optim.optimizer import register_optimizer_step_post_hook, register_optimizer_step_pre_hook

        if closures:
            register_optimizer_step_pre_hook(self._before)
        if rates:
            register_optimizer_step_post_hook(self._after)
        if norms:
            register_optimizer_step_post_hook(GradientNorms(self._recorder, self._read).after)

    def close(self) -> None:
        """The last rate holds until the last step."""
        for rate in self._rates.values():
            rate.hold(rate.steps)

    def _before(self, optimizer: Any, args: Any, kwargs: Any) -> Any:
        """`args[0]` is the optimizer itself; a closure comes second or by name."""
        if len(args) > 1 and callable(args[1]):
            return (args[0], self._watched(args[1]), *args[2:]), kwargs
        if callable(kwargs.get("closure")):
            return args, {**kwargs, "closure": self._watched(kwargs["closure"])}
        return None

    def _after(self, optimizer: Any, args: Any, kwargs: Any) -> None:
        rate = optimizer.param_groups[0]["lr"]
        if type(rate) is not float:  # a tensor where the step is captured or compiled
            rate = self._read(rate)
            if not isinstance(rate, float):
                return
        known = self._rates.get(id(optimizer))
        if known is None or known.optimizer() is not optimizer:
            if known is not None:
                known.hold(known.steps)
            self._rates[id(optimizer)] = _Rate(optimizer, rate)
            return
        known.steps += 1
        if rate != known.rate:
            self._changed(known, rate)

    def _changed(self, known: _Rate, rate: float) -> None:
        if known.series is None:
            self._curves += 1
            known.series = self._recorder.open(f"lr {self._curves}" if self._curves > 1 else "lr")
            if known.series is not None:
                known.series.push_at(0, known.rate)
        known.change(rate)

    def _watched(self, closure: Callable[[], object]) -> Callable[[], object]:
        """The closure, its value recorded where neither an assignment nor a root in it was."""
        name = self._name_of(closure)

        def watched() -> object:
            before = (self._sites.assigned, self._sites.rooted)
            value = closure()
            if before == (self._sites.assigned, self._sites.rooted):
                self._put(name, value)
            return value

        return watched

    def _put(self, name: str, value: object) -> None:
        reading = self._read(value)
        if reading is None:
            return
        if name not in self._closures:
            self._closures[name] = self._sites.add(Place(name, ""))
        self._sites.puts[self._closures[name]](reading)

    def _name_of(self, closure: object) -> str:
        """What the learner's code calls it; a lambda has no name of its own."""
        frame: Optional[FrameType] = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != self._filename:
            frame = frame.f_back
        names = [name for name, value in (frame.f_locals if frame else {}).items() if value is closure]
        return names[0] if names else "closure"
