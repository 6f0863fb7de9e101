"""Live mode: the code runs while it is typed, and what it gives changes without a flicker."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from msgspec.structs import replace

from studytui.runner.events import AnyEvent, Finished

if TYPE_CHECKING:
    from textual.timer import Timer

    from studytui.tui.screens.lesson.steps.code import CodeView

SHORTEST, LONGEST = 0.06, 0.6
"""Seconds without a key before the code is run, within these."""
PATIENCE = 0.25
"""That wait, as a part of the time the last run took: what takes long shall not be begun for every letter."""
HOLD = 0.15
"""Seconds for which the old results stay while the new ones gather."""


class Live:
    """Runs one view's code a moment after the last key; a run that is still going is ended first."""

    def __init__(self, view: CodeView) -> None:
        self.on = False
        self.words = ""
        """Why the code is not run: what is not complete Python yet."""
        self._view = view
        self._pause = SHORTEST
        self._due: Timer | None = None
        self._shown: Timer | None = None
        self._held: list[AnyEvent] | None = None

    def toggle(self) -> None:
        """Run while typing, or not."""
        self.on = not self.on
        self.words = ""
        self.changed()

    def changed(self) -> None:
        """A key changed the code."""
        if self._due is not None:
            self._due.stop()
            self._due = None
        if self.on:
            self._due = self._view.set_timer(self._pause, self._run)

    def leave(self) -> None:
        """Nobody watches any more."""
        for timer in (self._due, self._shown):
            if timer is not None:
                timer.stop()

    def take(self, event: AnyEvent) -> bool:
        """Whether the event is held back; it comes soon, with all others."""
        if isinstance(event, Finished) and self.on:
            self._pause = max(SHORTEST, min(LONGEST, event.seconds * PATIENCE))
        if self._held is None:
            return False
        self._held.append(event)
        if isinstance(event, Finished):
            self._show()
        return True

    def drop(self) -> None:
        """The learner has started a run by hand: what is held belongs to a run that is over."""
        self._held = None

    def _run(self) -> None:
        self._due = None
        view = self._view
        words = incomplete(view.editor.text)
        if words != self.words:
            self.words = words
            view.show_state()
        if words:
            return
        self._held = []
        if self._shown is not None:
            self._shown.stop()
        self._shown = view.set_timer(HOLD, self._show)
        view.session.start(replace(view.request(), interactive=False))

    def _show(self) -> None:
        """Now the new results take the place of the old ones, at once."""
        held, self._held = self._held, None
        if held is not None:
            self._view.begin_results(quietly=True)
            for event in held:
                self._view.hear(event)
            self._view.results.output.catch_up()


def incomplete(code: str) -> str:
    """What keeps code that is being typed from being Python, in a few words; empty when it is."""
    try:
        ast.parse(code)
    except SyntaxError as error:
        return f"line {error.lineno}: {error.msg}" if error.lineno else str(error.msg)
    except (ValueError, RecursionError, MemoryError) as error:
        return str(error) or type(error).__name__
    return ""
