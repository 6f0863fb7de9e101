"""Workers end with what they work for, and what goes wrong in them is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.messages import Prune
from textual.worker import Worker, WorkerState

from studytui.tui.typed import host

if TYPE_CHECKING:
    from textual.widget import Widget

    Base = Widget
else:
    Base = object


class EndsItsWork(Base):
    """Mixin for screens and widgets with workers: these end before the children go.

    Textual ends them only afterwards. A worker that goes on in between looks for children that are gone, and
    its error would take the app down: leaving a quiz while an answer is judged must not.
    """

    async def on_prune(self, _event: Prune) -> None:
        """It is about to go."""
        self.workers.cancel_node(self)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A failure that does not end the app must not pass unheard."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            host(self).say(f"studytui itself failed at this: {type(error).__name__}: {error}", "error")
