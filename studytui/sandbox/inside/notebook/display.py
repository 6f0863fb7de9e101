"""`from IPython.display import display, clear_output` in code that was written for a notebook.

Figures go where all figures go, everything else is printed. Where IPython is installed its own classes stay,
and only what would talk to a browser is replaced; elsewhere the two modules are ours.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import types
from typing import Any, Dict

from ..figures import backend
from ..values.text import shown
from .rich import classes

MOST = 20_000
"""Characters shown of one object."""


def offer_display(source: str) -> None:
    """Make `IPython.display` work for code that speaks of IPython."""
    if "IPython" not in source:
        return
    ours: Dict[str, Any] = {
        "display": display,
        "clear_output": clear_output,
        "set_matplotlib_formats": _accept,
    }
    if importlib.util.find_spec("IPython") is not None:
        importlib.import_module("IPython.display").__dict__.update(ours)
        return
    package, module = types.ModuleType("IPython", __doc__), types.ModuleType("IPython.display", __doc__)
    module.__dict__.update(classes(), **ours)
    # matplotlib asks which version it meets, and leaves one from 8.24 on alone.
    package.__dict__.update(display=module, get_ipython=_no_shell, __path__=[], version_info=(9, 0, 0))
    sys.modules.update({"IPython": package, "IPython.display": module})


def display(*objects: Any, **options: Any) -> None:
    """Show each object: a figure as a figure, others as the text of their `repr`."""
    for each in objects:
        if not backend.show_figure(each):
            print(shown(each, MOST))


def clear_output(wait: bool = False) -> None:
    """The next figure takes the place of those before it; printed text stays, as in any terminal."""
    backend.forget_shown()


def _accept(*args: Any, **options: Any) -> None:
    """File formats for a browser: nothing to choose in a terminal."""


def _no_shell() -> None:
    """There is no notebook shell, as in `python file.py`."""
