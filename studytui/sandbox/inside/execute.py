"""One run, from the request to the exit code."""

from __future__ import annotations

import importlib
import signal
import sys
import traceback
from contextlib import nullcontext
from types import ModuleType
from typing import BinaryIO, Iterable, Optional

from ..begin.streams import flush
from .beside import put_beside
from .capture.capture import TRACERS, Capture
from .console.handlers import ExitHandlers
from .console.stay import stay
from .derivatives.answer import answer
from .emitting import Emit, Job
from .ending import SETUP_NAME, exit_code
from .figures import backend
from .hunt.nan_hunt import hunting
from .inspect.report import report_inspection
from .lines.watch import LineWatch
from .main_module import fresh_main, remember_source
from .notebook.display import offer_display
from .program import prepare
from .seeding import seed_all
from .values.exports import report_exports
from .values.text import shown
from .values.variables import report_variables

MOST_VALUE = 4000
"""Characters shown of the last expression."""


def execute(job: Job, emit: Emit, questions: Optional[BinaryIO] = None) -> int:
    """Run the job's code as `__main__`; returns the exit code `python file.py` would give.

    A job with `stay` does not return before all `questions` about it are answered.
    """
    name = str(job.get("name") or "snippet.py")
    source = str(job.get("code") or "")
    _have(("torch", "numpy"), source)
    seed_all(job.get("seed"))
    put_beside(job.get("modules") or ())
    main = fresh_main(name)
    capture = Capture(emit, name, bool(job.get("grad_norm")))
    lines = LineWatch(any(word in source for word in TRACERS))
    backend.install(emit)
    offer_display(source)
    handlers, code = ExitHandlers(), 0
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # one that came early is met here
        _run_setup(str(job.get("setup") or ""), main)
        with hunting(name) if job.get("hunt") else nullcontext():
            _run(source, name, main, capture, lines, emit)
        if job.get("derivative"):
            answer(job["derivative"], emit)
    except BaseException as error:  # SystemExit and KeyboardInterrupt end a run as well
        code = exit_code(error, name, emit)
    capture.close()
    backend.show_left_open(emit)
    report_variables(main.__dict__, emit)
    lines.report(main.__dict__, emit)
    report_inspection(main.__dict__, emit)
    report_exports(job.get("exports") or (), main.__dict__, emit)
    if questions is not None and job.get("stay") and not handlers.asked:
        return stay(questions, main.__dict__, emit, code)
    return code


def _have(names: Iterable[str], source: str) -> None:
    """The warm process has imported these long ago; elsewhere hooks and seeds need them before the code."""
    for name in names:
        if name in source:
            try:
                importlib.import_module(name)
            except ImportError:
                pass  # the learner's own import says so, where they can see it


def _leave_room() -> None:
    """Endless recursion shall end as deep as it does in a program of its own, in spite of our frames."""
    ours = sum(1 for _ in traceback.walk_stack(sys._getframe()))
    sys.setrecursionlimit(sys.getrecursionlimit() + ours)


def _run_setup(setup: str, main: ModuleType) -> None:
    if setup:
        remember_source(setup, SETUP_NAME)
        exec(compile(setup, SETUP_NAME, "exec", dont_inherit=True), main.__dict__)


def _run(source: str, name: str, main: ModuleType, capture: Capture, lines: LineWatch, emit: Emit) -> None:
    remember_source(source, name)
    program = prepare(source, name, lambda tree: lines.watch(capture.watch(tree, source)))
    for line in program.skipped:
        print(f"left out, only notebooks know it: {line}", file=sys.stderr)
    _leave_room()
    exec(program.body, main.__dict__)
    if program.last is not None:
        value = eval(program.last, main.__dict__)
        if value is not None:
            flush()  # what was printed before it, also where the line has no end yet
            emit("value", text=shown(value, MOST_VALUE))
