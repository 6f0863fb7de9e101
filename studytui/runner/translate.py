"""Frames about one run, as events. Pure: no process, no clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from studytui.runner import events, messages
from studytui.runner.clean import Cleaner, clean, label
from studytui.runner.frames import Frame
from studytui.runner.postmortem.endings import Ending, describe
from studytui.runner.postmortem.explain import explain
from studytui.runner.request import RunRequest
from studytui.runner.status import Ready
from studytui.sandbox.wire import Ev, Reason, Status

TAIL = 8192
"""Characters of standard error kept for the post-mortem."""
INTERRUPTED = 130


class _AsIs:
    """The stand-in for `Cleaner` when the output goes where `python FILE` would have sent it."""

    def feed(self, text: str) -> str:
        return text

    def finish(self) -> str:
        return ""


class _Stream(Struct):
    """One of the run's two output streams."""

    make: Callable[[str], events.Stdout | events.Stderr]
    cleaner: Cleaner | _AsIs

    def feed(self, text: str) -> Iterator[events.AnyEvent]:
        if shown := self.cleaner.feed(text):
            yield self.make(shown)

    def finish(self) -> Iterator[events.AnyEvent]:
        if shown := self.cleaner.finish():
            yield self.make(shown)


class Translator:
    """Turns the supervisor's frames about one run into events; nothing follows `Finished`."""

    def __init__(self, request: RunRequest, ready: Ready | None = None, *, raw: bool = False) -> None:
        """`ready` is None as long as nothing has begun.

        With `raw` the output is passed on as it was printed, escapes and all; everything else stays clean.
        """
        self._request = request
        self._ready = ready or Ready(python="", torch="")
        self._streams = {
            "stdout": _Stream(events.Stdout, _AsIs() if raw else Cleaner()),
            "stderr": _Stream(events.Stderr, _AsIs() if raw else Cleaner()),
        }
        self._tail = ""
        self._failed: events.Failed | None = None
        self.finished = False
        self.settled = False
        """The code has ended, and `Finished` was said; its process may still be there for questions."""
        self.last_words = ""
        """Why the process ended that had stayed for questions; empty where that was asked for."""

    def feed(self, frame: Frame) -> Iterator[events.AnyEvent]:
        """The events this frame stands for, in order; of a process that stays only its end is heard here."""
        reader = _READERS.get(frame.ev)
        if self.settled and frame.ev == Ev.DONE:
            ending, self.finished = self._ending(frame.fields), True
            self.last_words = "" if ending.reason == Reason.KILLED else describe(ending)
        elif reader is not None and not self.finished and not self.settled:
            yield from reader(self, frame.fields)

    def lost(self, why: str) -> Iterator[events.AnyEvent]:
        """The supervisor is gone, or the run could not be started: say so and finish."""
        if not self.finished and not self.settled:
            yield from self._finish(events.Finished(events.Status.KILLED, -9, 0.0, 0, why))
        self.finished = True

    def stopped_early(self) -> Iterator[events.AnyEvent]:
        """The run was stopped before it had begun."""
        if not self.finished:
            words = "Stopped before it had begun."
            yield from self._finish(events.Finished(events.Status.KILLED, INTERRUPTED, 0.0, 0, words))

    def _started(self, fields: dict[str, Any]) -> Iterator[events.AnyEvent]:
        layers = fields.get("layers")
        yield events.Started(
            device=clean(str(fields.get("device", ""))),
            python=self._ready.python,
            torch=self._ready.torch,
            layers=tuple(clean(str(each)) for each in layers) if isinstance(layers, list) else (),
        )

    def _out(self, fields: dict[str, Any]) -> Iterator[events.AnyEvent]:
        stream, text = self._streams.get(str(fields.get("stream"))), fields.get("text")
        if stream is None or not isinstance(text, str):
            return
        if fields["stream"] == "stderr":
            self._tail = (self._tail + text[-TAIL:])[-TAIL:]
        yield from stream.feed(text)

    def _truncated(self, fields: dict[str, Any]) -> Iterator[events.AnyEvent]:
        dropped = fields.get("dropped")
        if isinstance(dropped, int):
            yield events.Truncated(clean(str(fields.get("stream", ""))), dropped)

    def _msg(self, fields: dict[str, Any]) -> Iterator[events.AnyEvent]:
        said = messages.read(str(fields.get("verb")), fields)
        if isinstance(said, messages.Raised):
            self._failed = self._explained(said)
            yield self._failed
        elif said is not None:
            yield said  # type: ignore[misc]  # every reader gives one of AnyEvent

    def _explained(self, said: messages.Raised) -> events.Failed:
        found = explain(said.type, said.message, said.line, self._request.code, said.scene)
        return events.Failed(
            said.type, said.message, said.line, said.traceback, hint=found.hint, lesson=found.lesson
        )

    def _done(self, fields: dict[str, Any]) -> Iterator[events.AnyEvent]:
        ending = self._ending(fields)
        code = INTERRUPTED if ending.reason == Reason.INTERRUPTED else ending.exit_code
        words = label(str(fields.get("message") or ""), 500) or describe(ending)  # refused before it began
        yield from self._finish(events.Finished(ending.status, code, ending.seconds, ending.max_rss, words))

    def _settle(self, fields: dict[str, Any]) -> Iterator[events.AnyEvent]:
        self.settled = True
        yield from self._done(fields)
        self.finished = False

    def _ending(self, fields: dict[str, Any]) -> Ending:
        return Ending(
            status=_status(fields.get("status")),
            exit_code=_whole(fields.get("exit_code")),
            reason=fields.get("reason") if isinstance(fields.get("reason"), str) else None,
            signal=_whole(fields.get("signal")),
            seconds=_number(fields.get("seconds")),
            max_rss=_whole(fields.get("max_rss")),
            limits=self._request.limits,
            name=self._request.name,
            failed=self._failed,
            stderr=clean(self._tail),
        )

    def _finish(self, finished: events.Finished) -> Iterator[events.AnyEvent]:
        for stream in self._streams.values():
            yield from stream.finish()
        self.finished = True
        yield finished


_READERS: dict[str, Callable[[Translator, dict[str, Any]], Iterator[events.AnyEvent]]] = {
    Ev.STARTED: Translator._started,
    Ev.OUT: Translator._out,
    Ev.MSG: Translator._msg,
    Ev.TRUNCATED: Translator._truncated,
    Ev.SETTLED: Translator._settle,
    Ev.DONE: Translator._done,
}


def _status(value: object) -> events.Status:
    known = {Status.OK, Status.ERROR, Status.TIMEOUT, Status.MEMORY, Status.KILLED, Status.CRASHED}
    return events.Status(value) if isinstance(value, str) and value in known else events.Status.KILLED


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
