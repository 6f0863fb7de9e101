"""The life of a process after its code has ended: one question, one answer, until nobody asks any more."""

from __future__ import annotations

import json
import threading
from typing import Any, BinaryIO, Callable, Dict

from ...begin.streams import flush
from ..completion.complete import complete
from ..completion.signature import signature
from ..emitting import Emit
from .evaluate import Ended, evaluate

Question = Dict[str, Any]
Answer = Dict[str, object]

_KINDS: Dict[str, Callable[[Question, Dict[str, Any], Emit], Answer]] = {
    "evaluate": evaluate,
    "complete": complete,
    "signature": signature,
}
"""What can be asked. Each gets the question, the code's variables, and `emit`, and gives the answer."""


def stay(questions: BinaryIO, namespace: Dict[str, Any], emit: Emit, code: int) -> int:
    """Say that the code has ended with `code`, then answer; the exit code, once the line has ended."""
    _wait_for_threads()
    flush()
    emit("settled", exit_code=code)
    while True:
        try:
            line = questions.readline()
            if not line:
                return code
            _answer(json.loads(line), namespace, emit)
        except KeyboardInterrupt:
            continue  # it came when the answer had just been given
        except Ended as end:
            return end.code


def _wait_for_threads() -> None:
    """As Python does at the end of a program; daemons go on."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def _answer(question: Question, namespace: Dict[str, Any], emit: Emit) -> None:
    try:
        answer = _KINDS[str(question.get("kind"))](question, namespace, emit)
    except (Ended, KeyboardInterrupt):
        flush()
        emit("answered", number=question.get("number"))
        raise
    except BaseException as error:  # an object of the learner's own may do anything when it is looked at
        answer = {"failed": "%s: %s" % (type(error).__name__, error)}
    flush()
    emit("answered", number=question.get("number"), **answer)
