"""The last runs of a snippet: what was run, what came out, how any two differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studytui.runner.clean import clean
from studytui.study.snippets.history import KeptRun
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.lesson.solution import difference
from studytui.tui.screens.playground.runs_commands import RUNS_COMMANDS
from studytui.tui.screens.playground.runs_result import RunChosen
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.results.words import duration
from studytui.tui.widgets.rows import RowsPane
from studytui.tui.widgets.section import SectionBar

HEAD = Style(bold=True)
GLYPHS = {"ok": "✓", "error": "✗", "killed": "■"}


class RunsScreen(CommandHost, Screen[RunChosen | None]):
    """Newest first; below, the difference to the code of now or to a marked run, and what it printed."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = RUNS_COMMANDS
    HELP: ClassVar[str] = "The last 40 runs, kept on disk. Mark one to see how another differs from it."
    DEFAULT_CSS = """
    RunsScreen {
        & OptionList { height: 35%; border: none; padding: 0; &:focus { border: none; } }
        & RowsPane { height: 1fr; }
    }
    """

    def __init__(self, runs: tuple[KeptRun, ...], code: str) -> None:
        """`code` is what the editor holds now."""
        super().__init__()
        self._runs, self._code = runs, code
        self.marked: KeptRun | None = None

    def compose(self) -> ComposeResult:
        yield SectionBar("runs, newest first")
        with Container():
            yield OptionList()
            yield SectionBar("", id="compared")
            yield RowsPane()
        yield KeyFooter()

    def on_mount(self) -> None:
        self._fill(0)
        self.query_one(OptionList).focus()

    @property
    def chosen(self) -> KeptRun | None:
        """The run under the cursor."""
        index = self.query_one(OptionList).highlighted
        return None if index is None or not self._runs else self._runs[index]

    def mark(self) -> None:
        """Compare others with this run; again: with the code of now."""
        chosen = self.chosen
        self.marked = None if chosen is self.marked else chosen
        self._fill(self.query_one(OptionList).highlighted or 0)

    def choose(self, overlay: bool) -> None:
        """Go back with the run under the cursor: its code for the editor, or its curves for the plot."""
        if self.chosen is not None:
            self.dismiss(RunChosen(self.chosen, overlay))

    def _fill(self, place: int) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(line(run, run is self.marked))) for run in self._runs)
        options.highlighted = place if self._runs else None

    @on(OptionList.OptionHighlighted)
    def _show(self) -> None:
        run = self.chosen
        if run is not None:
            other = self.marked.code if self.marked is not None else self._code
            against = "the marked run" if self.marked is not None else "the editor"
            bar = self.query_one("#compared", SectionBar)
            bar.titles = (f"- {against}  + this run",)
            bar.refresh()
            bar.state = ("the same code" if other.strip() == run.code.strip() else "", "$text-muted")
            self.query_one(RowsPane).show(_rows(other, run))
            self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.choose(overlay=False)


def line(run: KeptRun, marked: bool) -> str:
    """`✓ 14:03:22  0.012 s  loss 0.031 (200)  print(x)`."""
    curves = ", ".join(f"{name} {_last(curve.values)}" for name, curve in list(run.curves.items())[:2])
    said = next((part.strip() for part in reversed(run.output.splitlines()) if part.strip()), "")
    parts = [f"{run.at.astimezone():%d.%m. %H:%M:%S}", duration(run.seconds), curves, clean(said)[:60]]
    return f"{'▸' if marked else ' '}{GLYPHS.get(run.status, '✗')} " + "  ".join(filter(None, parts))


def _last(values: tuple[float | str, ...]) -> str:
    value = values[-1] if values else ""
    return f"{value:.4g}" if isinstance(value, float | int) else value


def _rows(other: str, run: KeptRun) -> Iterator[Strip]:
    yield from difference(other, run.code)
    yield Strip([Segment("")])
    yield Strip([Segment("output", HEAD)])
    for text in run.output.splitlines() or ["(nothing)"]:
        yield Strip([Segment(clean(text).replace("\x1b", ""))])
