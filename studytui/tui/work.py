"""Workers end with what they work for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.messages import Prune

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
