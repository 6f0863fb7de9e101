"""The module that matplotlib loads as its backend, made when it asks.

It is registered in `sys.modules` under a name of its own, so that nothing needs to be found on disk and
nothing of matplotlib is imported before the learner's code wants it.
"""

from __future__ import annotations

import os
import sys
import types
from typing import Any, Optional, Tuple

from ..emitting import Emit
from .message import send

NAME = "studytui_figures"


class _Current:
    """Who is told of figures; set anew for every run."""

    emit: Optional[Emit] = None
    afresh = False
    """Whether the next figure takes the place of those before it."""


def install(emit: Optional[Emit]) -> None:
    """Make matplotlib, imported already or later, use our backend; the code may still choose another."""
    _Current.emit = emit
    os.environ["MPLBACKEND"] = "module://" + NAME
    if NAME not in sys.modules:
        sys.modules[NAME] = _lazy_module()


def show_left_open(emit: Emit) -> None:
    """At the end of the run: figures that were drawn and never shown."""
    helpers = sys.modules.get("matplotlib._pylab_helpers")
    for manager in helpers.Gcf.get_all_fig_managers() if helpers else ():
        if not getattr(manager, "shown_by_studytui", False):
            send(manager.canvas.figure, emit)


def show_figure(value: Any) -> bool:
    """Send `value` if it is a figure, however it was made, and say whether it is one."""
    module = sys.modules.get("matplotlib.figure")
    if module is None or _Current.emit is None or not isinstance(value, module.Figure):
        return False
    _send(value)
    manager = getattr(value.canvas, "manager", None)
    if manager is not None:
        manager.shown_by_studytui = True
    return True


def forget_shown() -> None:
    """`clear_output()`: the next figure takes the place of those before it."""
    _Current.afresh = True


def _send(figure: Any) -> None:
    if _Current.emit is not None:
        send(figure, _Current.emit, _Current.afresh)
        _Current.afresh = False


def _lazy_module() -> types.ModuleType:
    module = types.ModuleType(NAME, __doc__)

    def build(name: str) -> Any:
        if name not in ("FigureCanvas", "FigureManager"):
            raise AttributeError(name)
        module.FigureManager, module.FigureCanvas = _classes()  # type: ignore[attr-defined]
        return getattr(module, name)

    module.__getattr__ = build  # type: ignore[method-assign]
    return module


def _classes() -> Tuple[type, type]:
    from matplotlib._pylab_helpers import Gcf
    from matplotlib.backend_bases import FigureManagerBase
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    class FigureManager(FigureManagerBase):
        """Shows a figure by sending it."""

        shown_by_studytui = False

        def show(self) -> None:
            """`fig.show()`."""
            self.shown_by_studytui = True
            _send(self.canvas.figure)

        @classmethod
        def pyplot_show(cls, *, block: Optional[bool] = None) -> None:
            """`plt.show()`: all figures, then a clean slate, as in a notebook; `plt.pause` keeps them."""
            managers = Gcf.get_all_fig_managers()
            if block is False and any(getattr(one, "shown_by_studytui", False) for one in managers):
                forget_shown()  # `plt.pause` in a loop: the same figures, drawn again
            for manager in managers:
                manager.show()
            if block is not False:
                Gcf.destroy_all()

    class FigureCanvas(FigureCanvasAgg):  # type: ignore[misc]
        """Agg, so that `savefig` works."""

        manager_class = FigureManager
        required_interactive_framework = None

    return FigureManager, FigureCanvas
