"""`from studytui import plot`: for what no one could guess from the code.

Within a run the module `studytui` holds one function, `plot(name=value, …)`. It records each value as the
next point of the curve `name`; a list or a one-dimensional tensor adds all its values. A name given to
`plot` is not recorded by any other source.
"""

from __future__ import annotations

import ast
import sys
import types
from typing import Any, Iterable, Set

from .backward import Read
from .recorder import MOST_SERIES, Recorder
from .series import Series

MODULE = "studytui"


def explicit_names(tree: ast.AST) -> Set[str]:
    """The names that calls of `plot` in the code give; none if the code does not import it from us."""
    imported = any(
        (isinstance(node, ast.ImportFrom) and node.module == MODULE)
        or (isinstance(node, ast.Import) and any(alias.name == MODULE for alias in node.names))
        for node in ast.walk(tree)
    )
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_plot(node.func)]
    return {word.arg for call in calls for word in call.keywords if word.arg} if imported else set()


def _is_plot(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "plot"


def offer_plot(recorder: Recorder, read: Read) -> None:
    """Make `import studytui` within the run find `plot`."""

    def plot(**curves: object) -> None:
        """Record each value as the next point of the curve of that name."""
        for name, value in curves.items():
            series = recorder.open(name)
            if series is None:
                raise ValueError(f"plot: at most {MOST_SERIES} curves in one run, {name!r} is one too many")
            _add(series, name, value, read)

    module = types.ModuleType(MODULE, __doc__)
    plot.__module__ = MODULE
    module.plot = plot  # type: ignore[attr-defined]
    sys.modules[MODULE] = module


def _add(series: Series, name: str, value: object, read: Read) -> None:
    reading = read(value)
    if reading is not None:
        series.push(reading)
        return
    for each in _values(name, value):
        reading = read(each)
        if reading is None:
            raise TypeError(f"plot: {name}={type(each).__name__}, but a curve is made of single numbers")
        series.push(reading)


def _values(name: str, value: Any) -> Iterable[object]:
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise TypeError(f"plot: {name}={type(value).__name__}, but a curve is made of single numbers")
    return value
