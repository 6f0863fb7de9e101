"""The `__main__` module a snippet runs in: as bare as `python file.py` would make it."""

from __future__ import annotations

import builtins
import linecache
import os
import sys
import types


def fresh_main(filename: str) -> types.ModuleType:
    """A new `__main__`, in `sys.modules`, with `sys.argv` and `sys.path[0]` as for a script here."""
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=filename, __builtins__=builtins, __cached__=None, __annotations__={})
    sys.modules["__main__"] = main
    sys.argv = [filename]
    sys.path.insert(0, os.getcwd())
    return main


def remember_source(source: str, filename: str) -> None:
    """Let tracebacks, `inspect.getsource` and `torch.jit.script` find source that is in no file.

    A modification time of None keeps `linecache.checkcache` from dropping the entry.
    """
    linecache.cache[filename] = (len(source), None, _lines(source), filename)


def _lines(source: str) -> list[str]:
    lines = source.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines
