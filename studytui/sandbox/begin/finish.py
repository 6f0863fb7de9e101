"""The end of a run, in the order Python ends a program: threads, exit handlers, buffers."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from typing import NoReturn

from .streams import flush

INTERRUPTED = 130


def forget_inherited_handlers() -> None:
    """Exit handlers that the warm process imported are not the run's, but for its worker processes'."""
    atexit._clear()
    util = sys.modules.get("multiprocessing.util")
    if util is not None:
        atexit.register(util._exit_function)


def finish(code: int) -> NoReturn:
    """Wait for the learner's threads, run their exit handlers, flush, and leave with `code`."""
    try:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BaseException:
        pass  # a handler of the learner's: Python reports it and goes on, too
    flush()
    os._exit(code & 0xFF)
