"""The process of a finished run, as long as it stays: questions in, answers out."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from studytui.runner import events, messages, numbers
from studytui.runner.clean import Cleaner, clean
from studytui.runner.frames import Frame
from studytui.runner.postmortem.explain import explain
from studytui.runner.stream import Stream
from studytui.sandbox.wire import Ev, Op

Send = Callable[..., None]
Answer = dict[str, Any]
Said = events.AnyEvent | events.Answered | events.Closed


class Console(Stream[Said]):
    """`ask` Python, `inquire` facts; `async for` gives all that happens, `Closed` last and always."""

    def __init__(self, send: Send) -> None:
        super().__init__(events.Closed)
        self._send = send
        self._numbers = itertools.count(1)
        self._questions: dict[int, str] = {}
        self._inquiries: dict[int, asyncio.Future[Answer | None]] = {}
        self._streams = {"stdout": Cleaner(), "stderr": Cleaner()}
        self.closed = False

    @property
    def busy(self) -> bool:
        """Whether an answer to `ask` is due."""
        return bool(self._questions)

    def ask(self, text: str) -> None:
        """Evaluate this Python; the answer comes as events, `Answered` at its end."""
        number = next(self._numbers)
        self._questions[number] = text
        self._put(number, "evaluate", text=text)

    async def inquire(self, kind: str, **fields: Any) -> Answer | None:
        """Facts about the values, such as completions; None when the process has ended or cannot say."""
        if self.closed:
            return None
        number = next(self._numbers)
        answer: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        self._inquiries[number] = answer
        self._put(number, kind, **fields)
        try:
            return await answer
        finally:
            self._inquiries.pop(number, None)

    def interrupt(self) -> None:
        """End the question that is being answered."""
        if not self.closed:
            self._send(Op.INTERRUPT)

    def close(self) -> None:
        """No more questions: the process ends."""
        if not self.closed:
            self._send(Op.KILL)

    # What the run's process says

    def hear(self, frame: Frame) -> None:
        """A frame that came after the run had finished, its end aside."""
        if frame.ev == Ev.OUT:
            self.put(self._out(frame.fields))
        elif frame.ev == Ev.MSG and frame.fields.get("verb") == "answered":
            self._answered(numbers.plain(frame.fields))
        elif frame.ev == Ev.MSG:
            said = messages.read(str(frame.fields.get("verb")), frame.fields)
            if isinstance(said, events.Event):
                self.put([said])  # type: ignore[list-item]  # every reader gives one of AnyEvent

    def end(self, words: str) -> None:
        """The process is gone."""
        if not self.closed:
            self.closed = True
            for waiting in self._inquiries.values():
                if not waiting.done():
                    waiting.set_result(None)
            self._questions.clear()
            self.put([events.Closed(words)])

    def _put(self, number: int, kind: str, **fields: Any) -> None:
        if not self.closed:
            self._send(Op.ASK, question={"number": number, "kind": kind, **fields})

    def _out(self, fields: Answer) -> Iterator[Said]:
        cleaner, text = self._streams.get(str(fields.get("stream"))), fields.get("text")
        if cleaner is not None and isinstance(text, str) and (shown := cleaner.feed(text)):
            yield events.Stdout(shown) if fields["stream"] == "stdout" else events.Stderr(shown)

    def _answered(self, fields: Answer) -> None:
        number = fields.get("number")
        waiting = self._inquiries.get(number) if isinstance(number, int) else None
        if waiting is not None and not waiting.done():
            waiting.set_result(None if "failed" in fields else fields)
        elif isinstance(number, int) and number in self._questions:
            self.put(self._answer(self._questions.pop(number), fields))

    def _answer(self, text: str, fields: Answer) -> Iterator[Said]:
        if isinstance(value := fields.get("value"), str):
            yield events.ValueShown(clean(value))
        said = messages.read("exc", error) if isinstance(error := fields.get("error"), dict) else None
        if isinstance(said, messages.Raised):
            found = explain(said.type, said.message, said.line, text)
            yield events.Failed(
                said.type, said.message, said.line, said.traceback, hint=found.hint, lesson=found.lesson
            )
        yield events.Answered()
