"""Answers the app's requests: the one place where all parts of the supervisor meet."""

from __future__ import annotations

import os
import sys
from typing import Any, Callable, Dict

from ..confine import cgroup
from ..confine.policy import REFUSE, Isolation, decide
from ..confine.probe import probe
from ..keeper.order import Order
from ..wire import Ev, Op
from . import devices, pipes, scratch, strays
from .app_link import AppLink
from .hosted import Hosted, Key
from .loop import Loop
from .spares import Spares
from .warm_host import WarmHost

_RESTOCK_DELAY = 0.05
_SWEEPS, _SWEEP_PAUSE = 25, 0.02
_DEFAULT_LIMITS = {"timeout": 60.0, "memory": 4 << 30, "processes": 64, "output": 1 << 20, "scratch": 1 << 30}


_REMEDY = "install torch there, or give an interpreter that has it: --python PATH"


class Supervisor:
    """`root` is the private folder that BOOT made."""

    def __init__(self, loop: Loop, root: str, hang_up: Callable[[], None]) -> None:
        self._loop, self._root, self._hang_up = loop, root, hang_up
        self._app = AppLink(loop, self._heed, hang_up)
        self._warm = WarmHost(loop, root, self._from_warm, self._warm_gone)
        self._hosted: Dict[int, Hosted] = {}
        self._running: Dict[int, Hosted] = {}
        self._number = 0
        self._options: Dict[str, Any] = {}
        self._isolation = Isolation(REFUSE, (), {}, False, False, False)
        self._groups = ""
        self._spares = Spares(1, self._prepare)
        self._warmed: Dict[str, Any] = {}

    # -- requests ------------------------------------------------------------------------------

    def _heed(self, request: Dict[str, Any]) -> None:
        op = request.get("op")
        if op == Op.HELLO:
            self._hello(dict(request.get("options") or {}))
        elif op == Op.RUN:
            self._run(request)
        elif op == Op.PROBE:
            self._app.send(Ev.PROBE, layers=probe(self._root), policy=self._isolation.policy)
        elif op == Op.QUIT:
            self._hang_up()
        else:
            self._to_run(request)

    def _to_run(self, request: Dict[str, Any]) -> None:
        """A request about a run that is going on; one that has just ended needs nothing more."""
        hosted = self._running.get(int(request.get("run", -1)))
        op = request.get("op")
        if hosted is None:
            return
        if op == Op.INTERRUPT:
            hosted.interrupt()
        elif op == Op.KILL:
            hosted.kill()
        elif op == Op.INPUT:
            hosted.send_input(str(request.get("text", "")) + "\n")
        elif op == Op.EOF:
            hosted.end_input()
        elif op == Op.ASK:
            hosted.ask(dict(request.get("question") or {}))

    def _hello(self, options: Dict[str, Any]) -> None:
        self._options = options
        self._isolation = decide(probe(self._root), options.get("namespaces"))
        if self._isolation.policy == REFUSE and not options.get("unsafe_files"):
            self._app.send(Ev.FATAL, message=_refusal(self._isolation.missing))
            return
        self._groups = self._prepare_groups()
        self._spares = Spares(int(options.get("spares", 1)), self._prepare)
        self._app.send(Ev.WARMING, stage="torch", fraction=0.0)
        self._warm.start()

    def _prepare_groups(self) -> str:
        """The control group below which every run gets its own; "" where none is delegated."""
        if not self._isolation.cgroup:
            return ""
        folder = cgroup.base()
        cgroup.remove_empty(folder)
        cgroup.hand_down(folder)
        return folder

    def _run(self, request: Dict[str, Any]) -> None:
        number = int(request["run"])
        try:
            where = devices.place(str(request.get("device") or self._options.get("device") or "auto"))
        except LookupError as error:
            self._refuse(number, str(error))
            return
        limits = {**_DEFAULT_LIMITS, **(request.get("limits") or {})}
        hosted = self._spares.take(self._key(where.device, request))
        self._running[number] = hosted
        job = {**request, "device": where.device, "visible": where.visible, "gpu_fraction": where.fraction}
        job["limits"] = limits
        job["threads"] = request.get("threads") or self._options.get("threads") or 1
        bounds = {name: limits[name] for name in ("timeout", "memory", "processes", "scratch")}
        hosted.begin(number, job, bounds, int(limits["output"]))
        self._loop.later(_RESTOCK_DELAY, lambda: self._spares.stock(hosted.key))

    def _refuse(self, number: int, message: str) -> None:
        ending = {"status": "error", "exit_code": 1, "signal": None, "reason": None, "seconds": 0.0}
        self._app.send(Ev.DONE, run=number, max_rss=0, left=0, message=message, **ending)

    # -- runs ----------------------------------------------------------------------------------

    def _key(self, device: str, request: Dict[str, Any]) -> Key:
        """Internet sockets only where torch.distributed is spoken of, only in a network of its own."""
        text = "%s\n%s" % (request.get("setup"), request.get("code"))
        loopback = self._isolation.namespaces and "torch.distributed" in text
        return Key(device.startswith("cuda"), loopback)

    def _default_key(self) -> Key:
        try:
            return Key(devices.place(self._options.get("device") or "auto").device.startswith("cuda"))
        except LookupError:
            return Key(gpu=False)  # each run will say what is wrong with the device

    def _prepare(self, key: Key) -> Hosted:
        self._number += 1
        number, folder = self._number, scratch.make(self._root, self._number)
        here, there = pipes.make()
        hosted = Hosted(self._loop, self._app, key, here, folder, lambda ended: self._over(number, ended))
        self._hosted[number] = hosted
        order = Order(
            number=number,
            scratch=folder,
            gpu=key.gpu,
            loopback=key.loopback,
            namespaces=self._isolation.namespaces,
            gate=self._isolation.gate,
            cgroup=self._groups,
            required=tuple(self._isolation.required()),
        )
        self._warm.fork(order, there)
        return hosted

    def _over(self, number: int, hosted: Hosted) -> None:
        del self._hosted[number]
        self._running = {run: one for run, one in self._running.items() if one is not hosted}
        scratch.remove_aside(hosted.scratch)
        if hosted.lost:
            self._bereaved(hosted.keeper_pid)
        self._spares.forget(hosted)
        if hosted.run >= 0:
            self._spares.stock(hosted.key)

    def _bereaved(self, keeper: int) -> None:
        """A keeper was killed: what its run had started is ours to end, its group ours to remove."""
        group = cgroup.named(self._groups, str(keeper))
        if self._groups:
            try:
                group.kill()
            except OSError:
                pass  # it had not made one yet; the sweep finds what there is
            self._loop.later(_SWEEPS * _SWEEP_PAUSE, group.remove)
        self._sweep(_SWEEPS)

    def _sweep(self, rounds: int) -> None:
        """End what has lost its keeper, and look again: a process may just be starting another."""
        strays.bury()
        keepers = {hosted.keeper_pid for hosted in self._hosted.values()}
        strays.sweep({*keepers, *strays.ours()})
        if rounds:
            self._loop.later(_SWEEP_PAUSE, lambda: self._sweep(rounds - 1))

    def bury(self) -> None:
        """Some child has ended."""
        strays.bury()

    # -- the warm process ----------------------------------------------------------------------

    def _from_warm(self, message: Dict[str, Any]) -> None:
        if "keeper" in message:
            hosted = self._hosted.get(message["keeper"]["run"])
            if hosted is not None:
                hosted.keeper_pid = message["keeper"]["pid"]
        elif "warming" in message:
            self._app.send(Ev.WARMING, **message["warming"])
        elif "failed" in message:
            self._app.send(Ev.LOG, text=message["failed"])
            self._warmed["failed"] = message["failed"]
        elif "warm" in message:
            self._warmed = message["warm"]
            self._ready()

    def _ready(self) -> None:
        """Usable; stage one goes on to the second at once, and the spares follow."""
        facts, isolation = self._warmed, self._isolation
        self._app.send(
            Ev.READY,
            **{name: facts[name] for name in ("python", "torch", "stage")},
            layers=list(isolation.layers),
            policy=isolation.policy,
            missing=isolation.missing,
            devices=devices.as_facts(devices.visible_gpus()),
            pid=os.getpid(),
        )
        self._spares.renew()
        self._spares.stock(self._default_key())
        if facts["stage"] == "torch":
            self._warm.grow()

    def _warm_gone(self, again: bool) -> None:
        if again:
            self._app.send(Ev.LOG, text="the warm process ended; starting it again")
            self._app.send(Ev.WARMING, stage="torch", fraction=0.0)
            return
        why = self._warmed.get("failed") or "it ended twice in a row"
        self._app.send(
            Ev.FATAL, message="%s cannot run PyTorch code: %s; %s" % (sys.executable, why, _REMEDY)
        )

    def stop(self) -> None:
        """Let go of everything: keepers and the warm process end when their lines do."""
        self._warm.stop()
        for hosted in list(self._hosted.values()):
            hosted.dismiss()


def _refusal(missing: Dict[str, str]) -> str:
    why = ", ".join("%s: %s" % item for item in missing.items() if item[0] in ("landlock", "seccomp"))
    return (
        "no wall around files can be put up here (%s): a snippet could read and change everything you can. "
        "Consent with --unsafe-files, or run elsewhere with --launcher" % (why or "see studytui doctor")
    )
