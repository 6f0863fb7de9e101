"""Whose turn it is once the code of a run has ended and its process stays for questions.

The run says on descriptor 3 that it is done, and the learner's code can write there as well. So that word is
taken once, and only where staying was asked for; an answer counts only while a question is open. All that a
forged word wins is the time the process was allowed to stay.
"""

from __future__ import annotations

import json
from typing import Any, Callable, Dict, List

from .pipe_writer import PipeWriter

_LONGEST_ANSWER = 60.0


class Talk:
    """`tell` speaks to the keeper, `line` leads to the run. `stay`: seconds it may wait for one."""

    def __init__(
        self, stay: float, timeout: float, tell: Callable[[Dict[str, Any]], None], line: PipeWriter
    ) -> None:
        self.stay = stay
        self._patience = min(timeout, _LONGEST_ANSWER) if timeout > 0 else _LONGEST_ANSWER
        self._tell, self._line = tell, line
        self._settled = self._busy = False
        self._waiting: List[Dict[str, Any]] = []
        self._open: Dict[str, Any] = {}

    def ask(self, question: Dict[str, Any]) -> None:
        """One after the other: what is asked while an answer is due waits for it."""
        if not self._settled:
            return
        self._waiting.append(question)
        if not self._busy:
            self._next()

    def accept(self, message: Dict[str, Any]) -> bool:
        """Whether this word is due now; the keeper learns of it then."""
        if message["verb"] == "settled":
            due = self.stay > 0 and not self._settled
            self._settled = self._settled or due
            if due:
                code = message.get("exit_code")
                self._tell(
                    {"op": "rest", "seconds": self.stay, "exit_code": code if type(code) is int else 1}
                )
            return due
        due = self._busy and message.get("number") == self._open.get("number")
        if due:
            self._tell({"op": "rest", "seconds": self.stay})
            self._busy = False
            if self._waiting:
                self._next()
        return due

    def _next(self) -> None:
        self._open, self._busy = self._waiting.pop(0), True
        self._tell({"op": "ask", "seconds": self._patience})
        self._line.write(json.dumps(self._open).encode() + b"\n")
