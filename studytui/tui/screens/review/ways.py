"""A list of which one is chosen with Enter, as the footer says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from studytui.tui.screens.review.modes import Mode
from studytui.tui.widgets.question_options import OptionRows


class Ways(OptionRows):
    """The ways to practise."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Begin")]

    def __init__(self, modes: Sequence[Mode] = ()) -> None:
        super().__init__([(f"**{mode.title}** — {mode.words}", "") for mode in modes])


class Parts(OptionRows):
    """Parts of the course to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Start the exam"),
        Binding("space", "tick", "Choose"),
    ]

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__([(title, "") for title in titles], several=True)
