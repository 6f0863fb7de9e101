"""The playground: one sheet at a time, kept as it is between visits."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from studytui.errors import StorageError
from studytui.study.snippets import Snippets
from studytui.study.snippets.history import RunHistory
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.opening import PLAYING
from studytui.tui.screens.playground.commands import PLAYGROUND_COMMANDS
from studytui.tui.screens.playground.picker import SnippetPicker
from studytui.tui.screens.playground.runs_result import RunChosen
from studytui.tui.screens.playground.sheet import STARTER, Sheet, open_path, open_snippet
from studytui.tui.screens.playground.view import PlaygroundView
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader

LAST = "playground-last"
FIRST = "scratch"


class PlaygroundScreen(CommandHost, Screen[None]):
    """Code of the learner's own."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = PLAYGROUND_COMMANDS
    HELP: ClassVar[str] = "Your own code, run like a lesson's. Esc leaves the editor, then the playground."
    DEFAULT_CSS = """
    PlaygroundScreen.-wide PlaygroundView {
        & > .desk { layout: horizontal; }
        & .code-side, & .code-side:focus-within { height: 100%; width: 1fr; margin: 0 1 0 0; }
        & Results { width: 1fr; height: 100%; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012

    def __init__(self, file: Path | None = None, snippets: Snippets | None = None) -> None:
        """`file`: open this file instead of the snippet shown last."""
        super().__init__()
        self._file = file
        self.snippets = snippets or Snippets()

    def compose(self) -> ComposeResult:
        yield StudyHeader("Playground")
        yield Container(id="sheet")
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Open what was asked for, or what was open last."""
        store = host(self).store
        try:
            last = str(store.setting(LAST) or FIRST)
            sheet = open_path(self._file) if self._file else open_snippet(self.snippets, last)
        except StorageError as error:
            host(self).say(str(error), "error")
            sheet = Sheet(FIRST, STARTER)
        await self.open(sheet)

    @property
    def view(self) -> PlaygroundView:
        """The sheet that is shown."""
        return self.query_one(PlaygroundView)

    async def open(self, sheet: Sheet) -> None:
        """Show this sheet instead; what was typed before is kept as a draft."""
        for old in self.query(PlaygroundView):
            old.leave()
            await old.remove()
        history = RunHistory(sheet.key, self.snippets.folder.parent / "runs")
        await self.query_one("#sheet").mount(PlaygroundView(sheet, history))
        header = self.query_one(StudyHeader)
        header.crumb, header.place = "Playground", sheet.name
        if sheet.file is None:
            host(self).store.set_setting(LAST, sheet.name)
            host(self).store.set_setting(PLAYING, True)
        self.view.editor.focus()

    def save(self) -> None:
        """Write the editor's text to the sheet's file."""
        view = self.view
        try:
            where = view.sheet.save(self.snippets, view.editor.text)
        except StorageError as error:
            host(self).say(str(error), "error")
            return
        view.saved()
        host(self).say(f"Saved as {where}")

    def list_snippets(self) -> None:
        """Let the learner choose another snippet."""
        self.view.leave()
        self.app.push_screen(SnippetPicker(self.snippets, self.view.sheet.name), self._picked)

    def show_runs(self) -> None:
        """List the runs of this snippet."""
        from studytui.tui.screens.playground.runs import RunsScreen

        try:
            runs = self.view.history.runs()
        except StorageError as error:
            host(self).say(str(error), "error")
            return
        if not runs:
            host(self).say("No run is kept yet: F5 runs the code, and every such run is kept.")
            return
        self.app.push_screen(RunsScreen(runs, self.view.editor.text), self._run_chosen)

    def _run_chosen(self, chosen: RunChosen | None) -> None:
        if chosen is None:
            return
        if chosen.overlay:
            self.view.overlay(chosen.run)
        else:
            self.view.editor.replace(chosen.run.code, (0, 0), self.view.editor.document.end)

    def leave(self) -> None:
        """Close; the text stays as a draft."""
        self.view.leave()
        host(self).store.set_setting(PLAYING, False)
        self.dismiss(None)

    def on_unmount(self) -> None:
        """The app may end here: nothing typed is lost."""
        for view in self.query(PlaygroundView):
            view.leave()

    async def _picked(self, name: str | None) -> None:
        if name is None:
            self.view.editor.focus()
            return
        try:
            await self.open(open_snippet(self.snippets, name))
        except StorageError as error:
            host(self).say(str(error), "error")
