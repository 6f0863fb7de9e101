"""How a detached run is doing: what a list of them shows."""

from __future__ import annotations

import socket
from datetime import UTC, datetime

from msgspec import Struct

from studytui.runner.detached.folder import RunFolder
from studytui.runner.detached.order import Order
from studytui.runner.detached.reading import ending
from studytui.runner.events import Finished, Status

STARTING, RUNNING, STOPPED, LOST = "starting", "running", "stopped", "lost"
INTERRUPTED = 130
LOST_WORDS = (
    "Lost: the process that kept watch was killed or could not write; the run ended with it, start it again."
)


class Seen(Struct, frozen=True, tag_field="type", tag="run"):
    """One detached run."""

    id: str
    file: str
    state: str
    """starting, running or lost; stopped; or how it ended: ok, error, timeout, memory, killed, crashed."""
    started: datetime
    seconds: float
    curve: str = ""
    steps: int = 0
    last: float | str | None = None
    """Last value of the curve."""
    message: str = ""
    """What it waits for, or how it ended, in words."""
    host: str = ""
    """The machine that keeps watch, where it is not this one."""
    pid: int = 0
    """The process there that keeps watch; 0 when it is over."""


def look(folder: RunFolder) -> Seen | None:
    """Its state now; None when the folder holds no run of ours."""
    order = folder.order()
    if order is None:
        return None
    watched = folder.watched  # first: what ends in between has then written its end
    ended, glance = ending(folder.events), folder.glance()
    state, message = _state(ended, watched, _size(folder) > 0, glance.doing)
    return Seen(
        id=folder.id,
        file=order.request.name,
        state=state,
        started=order.asked,
        seconds=ended.seconds if ended else _seconds(order, folder, watched),
        curve=glance.curve,
        steps=glance.steps,
        last=glance.last,
        message=message,
        host="" if order.host == socket.gethostname() else order.host,
        pid=folder.pid if watched else 0,
    )


def lost(folder: RunFolder) -> Finished:
    """The ending that was never written."""
    order = folder.order()
    seconds = _seconds(order, folder, watched=False) if order else 0.0
    return Finished(Status.KILLED, -9, seconds, 0, LOST_WORDS)


def _state(ended: Finished | None, watched: bool, begun: bool, doing: str) -> tuple[str, str]:
    if ended is not None:
        return (STOPPED if ended.exit_code == INTERRUPTED else str(ended.status)), ended.message
    if not watched:
        return LOST, LOST_WORDS
    return (RUNNING, "") if begun else (STARTING, doing)


def _seconds(order: Order, folder: RunFolder, watched: bool) -> float:
    """Since its code began, or it was asked for, until now or until the last that was written."""
    began = folder.glance().began or order.asked.timestamp()
    until = datetime.now(UTC).timestamp()
    if not watched:
        if not _size(folder):
            return 0.0
        until = folder.events.stat().st_mtime
    return max(0.0, round(until - began, 3))


def _size(folder: RunFolder) -> int:
    return folder.events.stat().st_size if folder.events.exists() else 0
