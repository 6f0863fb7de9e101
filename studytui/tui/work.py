"""Workers that are overtaken by the end of what they work for, and what goes wrong in them otherwise."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, TypeVar

from textual.css.query import NoMatches
from textual.widget import MountError
from textual.worker import Worker, WorkerState

from studytui.tui.typed import host

if TYPE_CHECKING:
    from textual.widget import Widget

    Base = Widget
else:
    Base = object

Result = TypeVar("Result")


class EndsItsWork(Base):
    """Mixin for screens and widgets with workers (coroutines).

    When a screen goes, its children go first and its workers end last. One that goes on in between looks for
    children that are gone: its error would take the app down, and leaving a quiz while an answer is judged
    must not. Ending workers earlier would be worse: what they await, such as the removal of a widget, would
    end half done.
    """

    def run_worker(  # type: ignore[override]
        self, work: Awaitable[Result], *facts: Any, **more: Any
    ) -> Worker[Result | None]:
        """As Textual's."""
        return super().run_worker(self._while_there(work), *facts, **more)

    async def _while_there(self, work: Awaitable[Result]) -> Result | None:
        try:
            return await work
        except (NoMatches, MountError):
            if self.is_running:
                raise
            return None  # overtaken: there is nobody to show it to

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A failure that does not end the app must not pass unheard."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            host(self).say(f"studytui itself failed at this: {type(error).__name__}: {error}", "error")
