"""First paint of the app beside a bare Textual app with the same widgets."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.pseudo_terminal import milliseconds_until
from tests.benchmarks.row import Row, interleaved

BARE = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
OURS = [sys.executable, "-m", "studytui"]


def rows(rounds: int = 9) -> list[Row]:
    """Measure both, in turn."""
    with tempfile.TemporaryDirectory() as home:
        # As installed: with compiled modules, whatever the shell that measures has switched off.
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
        measures = [
            lambda: milliseconds_until(OURS, "Making tensors", compiled | {"STUDYTUI_HOME": home}),
            lambda: milliseconds_until(BARE, "lesson 7", compiled),
        ]
        interleaved(1, measures)
        ours, bare = interleaved(rounds, measures)
    return [Row("first paint, 80×24", ours, "bare Textual app", bare, "ms", 1.3)]
