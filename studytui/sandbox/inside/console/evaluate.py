"""A question of the learner's: Python, evaluated where the code has left off."""

from __future__ import annotations

import sys
import traceback
from typing import Any, Dict

from ..emitting import Emit
from ..failure import line_of, prune, text_of
from ..figures import backend
from ..main_module import remember_source
from ..program import Program, prepare
from ..values.text import shown
from ..values.variables import report_variables

NAME = "<question>"
MOST_VALUE = 4000


class Ended(Exception):
    """The learner wrote `exit()`."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def evaluate(question: Dict[str, Any], namespace: Dict[str, Any], emit: Emit) -> Dict[str, object]:
    """{"value": repr of the last expression} or {"error": {type, message, line, traceback}}, or neither.

    `_` is the last value. Figures and variables are reported as after the code itself.
    """
    try:
        return _outcome(str(question.get("text", "")), namespace)
    finally:
        backend.show_left_open(emit)
        report_variables(namespace, emit)


def _outcome(text: str, namespace: Dict[str, Any]) -> Dict[str, object]:
    try:
        remember_source(text, NAME)
        value = _run(prepare(text, NAME, lambda tree: tree), namespace)
    except SystemExit as end:
        raise Ended(end.code if isinstance(end.code, int) else 0) from None
    except BaseException as error:  # KeyboardInterrupt too: it ends the question, not the process
        return {"error": _told(error)}
    if value is None:
        return {}
    namespace["_"] = value
    return {"value": shown(value, MOST_VALUE)}


def _run(program: Program, namespace: Dict[str, Any]) -> object:
    for line in program.skipped:
        print(f"left out, only notebooks know it: {line}", file=sys.stderr)
    exec(program.body, namespace)
    return None if program.last is None else eval(program.last, namespace)


def _told(error: BaseException) -> Dict[str, object]:
    """Printed without the traceback where that has nothing to say but the question itself."""
    prune(error, {NAME})
    text = text_of(error)
    inner = error.__traceback__ is not None and error.__traceback__.tb_next is not None
    last = "".join(traceback.format_exception_only(type(error), error))
    sys.stderr.write(text if inner else last)
    return {
        "type": type(error).__name__,
        "message": (error.msg if isinstance(error, SyntaxError) else str(error))[:MOST_VALUE],
        "line": line_of(error, NAME),
        "traceback": text[-16_000:],
    }
