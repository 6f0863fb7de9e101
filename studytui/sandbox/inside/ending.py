"""How the learner's code ended, told the way `python file.py` tells it, and as an `exc` message."""

from __future__ import annotations

import sys
from typing import Optional

from ..begin.streams import flush
from .derivatives.expression import FILENAME as FUNCTION_NAME
from .emitting import Emit
from .failure import line_of, prune, text_of
from .scene.report import scene_of

SETUP_NAME = "<setup>"
"""What the hidden code that runs before the learner's goes by."""
INTERRUPTED = 130
MOST_TEXT = 16_000
"""Characters of traceback in the message; the whole of it went to standard error."""


def exit_code(error: BaseException, filename: str, emit: Emit) -> int:
    """Print and report `error`; the code `python file.py` would have exited with."""
    flush()  # as Python does: what was printed comes before the traceback
    if isinstance(error, SystemExit):
        return _asked_to_exit(error)
    prune(error, {filename, SETUP_NAME, FUNCTION_NAME})
    text = text_of(error)
    _print(error, text)
    emit(
        "exc",
        type=type(error).__name__,
        message=_message(error)[:4000],
        line=line_of(error, filename),
        traceback=_shortened(text),
        **scene_of(error, filename),
    )
    return INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1


def _asked_to_exit(error: SystemExit) -> int:
    code: Optional[object] = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _print(error: BaseException, text: str) -> None:
    """A hook of the learner's own is called as Python would call it."""
    if sys.excepthook is not sys.__excepthook__:
        sys.excepthook(type(error), error, error.__traceback__)
        return
    sys.stderr.write(text)
    sys.stderr.flush()


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return error.msg or ""
    try:
        return str(error)
    except Exception as broken:  # the learner's own __str__ may raise
        return f"<str() of the exception raised {type(broken).__name__}>"


def _shortened(text: str) -> str:
    if len(text) <= MOST_TEXT:
        return text
    half = MOST_TEXT // 2
    return f"{text[:half]}\n… {len(text) - 2 * half} characters left out …\n{text[-half:]}"
