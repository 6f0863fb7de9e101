"""Whether the learner's code asked for something to happen at its end.

Such a program must end as Python ends it, and at once: its process cannot stay for questions.
"""

from __future__ import annotations

import atexit
import sys
from typing import Any, Callable


class ExitHandlers:
    """Listens to `atexit.register`. Those of libraries can wait: only `__main__` counts."""

    def __init__(self) -> None:
        self.asked = False
        """The code itself has registered a handler."""
        register = atexit.register

        def listening(function: Callable[..., Any], *arguments: Any, **words: Any) -> Any:
            self.asked = self.asked or sys._getframe(1).f_globals.get("__name__") == "__main__"
            return register(function, *arguments, **words)

        atexit.register = listening  # type: ignore[assignment]
