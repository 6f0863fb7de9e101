"""A pane on its own in an app that has what panes ask of the app."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget


class Alone(App[None]):
    remote = False
    runner_words = ""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._widget = widget

    def compose(self) -> ComposeResult:
        yield self._widget


@pytest.fixture
def alone() -> Callable[[Widget], Alone]:
    return Alone
