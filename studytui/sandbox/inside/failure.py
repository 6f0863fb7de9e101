"""An exception as Python would have shown it: the learner's frames, none of ours."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from types import TracebackType
from typing import Iterator, Optional

OURS = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def prune(error: BaseException) -> None:
    """Take our frames out of the traceback of `error` and of everything that led to it."""
    for each in _family(error, set()):
        each.__traceback__ = _without_ours(each.__traceback__)


def text_of(error: BaseException) -> str:
    """The whole traceback, as the interpreter itself prints it. Call `prune` first."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    lines[-1] = _with_suggestion(error, lines[-1])
    return "".join(lines)


def line_of(error: BaseException, filename: str) -> Optional[int]:
    """The line of the snippet that was running: the deepest frame in it, or where the syntax is wrong."""
    if isinstance(error, SyntaxError) and error.filename == filename:
        return error.lineno
    found, tb = None, error.__traceback__
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == filename:
            found = tb.tb_lineno
        tb = tb.tb_next
    return found


def _family(error: Optional[BaseException], seen: set[int]) -> Iterator[BaseException]:
    todo = [error]
    while todo:
        each = todo.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        todo += [each.__cause__, each.__context__, *getattr(each, "exceptions", ())]


def _without_ours(tb: Optional[TracebackType]) -> Optional[TracebackType]:
    kept = []
    while tb is not None:
        if not tb.tb_frame.f_code.co_filename.startswith(OURS):
            kept.append(tb)
        tb = tb.tb_next
    for here, after in zip(kept, [*kept[1:], None]):
        here.tb_next = after
    return kept[0] if kept else None


def _with_suggestion(error: BaseException, last: str) -> str:
    """3.10 and 3.11 know "Did you mean" only in their C printer; ask it, keep its last line."""
    if sys.version_info >= (3, 12) or not isinstance(error, (NameError, AttributeError)):
        return last
    caught = io.StringIO()
    with contextlib.redirect_stderr(caught):
        sys.__excepthook__(type(error), error, error.__traceback__)
    printed = caught.getvalue().rstrip("\n").rsplit("\n", 1)[-1]
    return printed + "\n" if printed.startswith(last.rstrip("\n")) else last
