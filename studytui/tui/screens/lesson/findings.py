"""What did not hold when a lesson was verified here, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.strip import Strip

from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.rows import RowsPane
from studytui.tui.widgets.section import SectionBar

if TYPE_CHECKING:
    from studytui.study.verify import Finding

PLACE = Style(color="cyan")


class FindingsScreen(ModalScreen[None]):
    """A page to scroll, each finding with its file and line."""

    DEFAULT_CSS = """
    FindingsScreen { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,v", "dismiss(None)", "Back")]

    def __init__(self, title: str, findings: Sequence[Finding]) -> None:
        super().__init__()
        self._bar = SectionBar(f"{title}: what does not hold here")
        self._bar.set_reactive(SectionBar.state, (f"✗ {len(findings)}", "$text-error"))
        self._lines = [_line(finding) for finding in findings]

    def compose(self) -> ComposeResult:
        yield self._bar
        yield RowsPane(hang=2)
        yield KeyFooter()

    def on_mount(self) -> None:
        """The page has the keys."""
        pane = self.query_one(RowsPane)
        pane.show(self._lines)
        pane.focus()


def _line(finding: Finding) -> Strip:
    place = f"{Path(finding.file).name}:{finding.line}  "
    return Strip([Segment(place, PLACE), Segment(f"{finding.step_id}: {finding.message}")])
