"""How text, code and results share the rows: what a short output leaves empty, text and code get."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.steps.code import CodeView

BARS = 2
"""The rules above the code and above the results."""
LEAST = 2
"""Rows of output that stay in view, however short it is."""
SHORT = 0.4
"""Up to this part of all rows an output is short; a longer one is the thing to look at."""


class Rows(NamedTuple):
    """The most rows of each."""

    text: int
    code: int


def shares(text: int, code: int, output: int, total: int) -> Rows | None:
    """What text and code get of `total` rows when they and the output need so many; None: it is not short.

    Both fit: each gets its own. Otherwise the text gets what it needs up to half, and the code the rest.
    """
    output = max(output, LEAST)
    if output > total * SHORT:
        return None
    left = total - BARS - output
    if text + code <= left:
        return Rows(text, code)
    above = min(text, max(left // 2, left - code))
    return Rows(above, left - above)


class RowSharing:
    """Shares the rows of one step whenever a run has ended and its output is what is shown.

    While text or code have the keys, or a run goes on, nothing moves: the style sheet says how it is then.
    """

    def __init__(self, view: CodeView) -> None:
        self._view = view
        self._watching = self._shared = False

    def watch(self) -> None:
        """From here on, follow what needs more or less room."""
        view, self._watching = self._view, True
        for widget, what in (
            (view.reading, "virtual_size"),
            (view.results.output, "virtual_size"),
            (view.results.bar, "shown"),
        ):
            view.watch(widget, what, self.soon, init=False)

    def soon(self) -> None:
        """Share once everything has its size."""
        if self._watching:
            self._view.call_after_refresh(self._share)

    def _share(self) -> None:
        view = self._view
        if not view.is_attached or view.session.running:
            return
        rows = self._rows() if view.at_output else None
        if rows is None and not self._shared:
            return
        self._shared = rows is not None
        view.reading.styles.max_height = None if rows is None or not rows.text else rows.text
        view.editor.styles.max_height = rows.code if rows is not None else None

    def _rows(self) -> Rows | None:
        view = self._view
        beside = view.screen.has_class("-wide")
        text = 0 if beside else view.reading.virtual_size.height
        prompt = 1 if view.results.prompt.display else 0
        output = view.results.output.virtual_size.height + prompt
        return shares(text, view.editor.virtual_size.height, output, view.size.height)
