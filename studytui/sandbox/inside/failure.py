"""An exception as Python would have shown it: the learner's frames, none of ours."""

from __future__ import annotations

import contextlib
import io
import linecache
import os
import sys
import traceback
from types import TracebackType
from typing import AbstractSet, Iterator, Optional, Set

OURS = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def prune(error: BaseException, filenames: AbstractSet[str]) -> None:
    """Leave only what the learner's code did: nothing before it came in, nothing of ours in between.

    `filenames` are those the learner's code goes by.
    """
    for each in _family(error):
        each.__traceback__ = _without_ours(each.__traceback__)
    tb = error.__traceback__
    while tb is not None and tb.tb_frame.f_code.co_filename not in filenames:
        tb = tb.tb_next
    error.__traceback__ = tb
    if isinstance(error, SyntaxError) and error.text is None and error.filename in filenames:
        error.text = linecache.getline(str(error.filename), error.lineno or 0) or None


def text_of(error: BaseException) -> str:
    """The whole traceback, as the interpreter itself prints it. Call `prune` first."""
    if isinstance(error, SyntaxError) and error.__traceback__ is None:
        return _as_c_prints(error)
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    if sys.version_info < (3, 12) and isinstance(error, (NameError, AttributeError)):
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


def _family(error: Optional[BaseException]) -> Iterator[BaseException]:
    """The error and all that led to it."""
    todo = [error]
    seen: Set[int] = set()
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
    """3.10 and 3.11 know "Did you mean" only in their C printer; take its last line."""
    printed = _as_c_prints(error).rstrip("\n").rsplit("\n", 1)[-1]
    return printed + "\n" if printed.startswith(last.rstrip("\n")) else last


def _as_c_prints(error: BaseException) -> str:
    """What the interpreter prints by itself; it finds no source lines of code that is in no file."""
    caught = io.StringIO()
    with contextlib.redirect_stderr(caught):
        sys.__excepthook__(type(error), error, error.__traceback__)
    return caught.getvalue()
