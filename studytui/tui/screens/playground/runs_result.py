"""What the list of runs gives back."""

from __future__ import annotations

from typing import NamedTuple

from studytui.study.snippets.history import KeptRun


class RunChosen(NamedTuple):
    """A run of the past, and whether its curves are wanted rather than its code."""

    run: KeptRun
    overlay: bool
