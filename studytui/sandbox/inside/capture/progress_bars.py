"""tqdm: `bar.set_postfix(loss=…)` and `bar.set_description("loss 0.3")` as the bar is told them.

What the bar draws has few digits and comes ten times a second; what it is told has all of them.
"""

from __future__ import annotations

import functools
import importlib
import sys
import types
from typing import Any, Callable, Mapping, Optional, Tuple

Hear = Callable[[object, "list[Tuple[str, object]]", str], None]
"""Takes the place, the named values, and words."""


def console_bars() -> None:
    """`tqdm.notebook` draws with a browser's widgets: here its bars are those of the console."""
    try:
        std = importlib.import_module("tqdm.std")
    except ImportError:
        return  # not installed: the learner's own import says so best
    notebook = types.ModuleType("tqdm.notebook", "The bars of the console, in place of a browser's.")
    notebook.__dict__.update(
        tqdm=std.tqdm, trange=std.trange, tqdm_notebook=std.tqdm, tnrange=std.trange, __file__=std.__file__
    )
    sys.modules["tqdm.notebook"] = notebook


def watch_tqdm(hear: Hear) -> None:
    """Put listening methods before tqdm's own; nothing where tqdm is not imported."""
    module = sys.modules.get("tqdm.std")
    if module is None:
        return
    bar = module.tqdm
    bar.set_postfix = _watching_postfix(bar.set_postfix, hear)
    for name in ("set_postfix_str", "set_description", "set_description_str"):
        setattr(bar, name, _watching_words(getattr(bar, name), name, hear))


def _watching_postfix(original: Callable[..., Any], hear: Hear) -> Callable[..., Any]:
    @functools.wraps(original)
    def set_postfix(
        bar: Any, ordered_dict: Optional[Mapping[str, object]] = None, refresh: bool = True, **more: object
    ) -> Any:
        hear("postfix", [*dict(ordered_dict or {}).items(), *more.items()], "")
        return original(bar, ordered_dict, refresh, **more)

    return set_postfix


def _watching_words(original: Callable[..., Any], name: str, hear: Hear) -> Callable[..., Any]:
    @functools.wraps(original)
    def set_words(bar: Any, words: Any = None, refresh: bool = True) -> Any:
        hear(name, [], words if isinstance(words, str) else "")
        return original(bar, words, refresh)

    return set_words
