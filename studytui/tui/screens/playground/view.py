"""Editor and results of one sheet: the lesson's code view without a lesson around it."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from studytui.course.model import Lesson, Snippet
from studytui.errors import StorageError
from studytui.plot import Series
from studytui.runner.beside import modules_beside
from studytui.runner.events import AnyEvent, Finished
from studytui.runner.request import RunRequest
from studytui.study.snippets.history import KeptRun, RunHistory
from studytui.tui.screens.lesson.steps.code import CodeView
from studytui.tui.screens.playground.recording import Recording
from studytui.tui.screens.playground.sheet import Sheet
from studytui.tui.typed import host
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.plot_curves import RecordedRun
from studytui.tui.widgets.results import Results
from studytui.tui.widgets.section import SectionBar

NO_LESSON = Lesson(id="", title="Playground", part="", minutes=0, objectives=(), steps=())
"""Drafts of the playground are kept under the empty lesson id."""


class PlaygroundView(CodeView):
    """Below each other at 80 columns, side by side from 110; the part with the focus is the larger one."""

    HELP: ClassVar[str] = "Your own code. Every run starts from nothing; unsaved changes survive."
    DEFAULT_CSS = """
    PlaygroundView {
        & > .desk { layout: vertical; height: 1fr; width: 1fr; }
        & .code-side { height: 40%; }
        & .code-side:focus-within { height: 65%; }
        & CodeEditor, & CodeEditor:focus { height: 1fr; max-height: 100%; }
        &.-editor-full .code-side { height: 100%; }
        &.-results-full .code-side { display: none; }
    }
    """

    def __init__(self, sheet: Sheet, history: RunHistory) -> None:
        step = Snippet(id=sheet.key, code=sheet.text, title=sheet.name)
        super().__init__(NO_LESSON, step, "", sheet.text)
        self.sheet = sheet
        self.history = history
        self._recording: Recording | None = None

    def compose(self) -> ComposeResult:
        with Container(classes="desk"):
            with Vertical(classes="code-side"):
                with SectionBar("code") as bar:
                    bar.add_class("code-bar")
                yield CodeEditor(self.draft.load())
            yield Results()

    def entrance(self) -> Widget:
        """Where the focus goes when the editor is left."""
        return self.results.pane

    def request(self) -> RunRequest:
        """Tracebacks name the sheet; a file's run finds what it imports from its own folder."""
        name, file = self.sheet.name, self.sheet.file
        return replace(
            super().request(),
            name=name if name.endswith(".py") else f"{name}.py",
            modules=() if file is None else modules_beside(file, self.editor.text),
        )

    def begin_results(self, quietly: bool = False) -> None:
        """Runs that were asked for are kept; those of live mode are too many."""
        super().begin_results(quietly)
        self._recording = None if quietly else Recording(self.editor.text)

    def hear(self, event: AnyEvent) -> None:
        """One event of the run."""
        super().hear(event)
        if self._recording is not None:
            self._recording.hear(event)

    def finished(self, event: Finished) -> None:
        """Keep the run on disk, in a thread: the disk may be slow."""
        recording, self._recording = self._recording, None
        if recording is not None:
            self.run_worker(self._keep(recording.kept(event)), group="history", exit_on_error=False)

    async def _keep(self, run: KeptRun) -> None:
        try:
            await asyncio.to_thread(self.history.keep, run)
        except StorageError as error:
            host(self).say(str(error), "warning")

    def overlay(self, run: KeptRun) -> None:
        """Draw the curves of a run of the past beside those of now and of the next runs."""
        curves = self.results.plot.album.curves
        if curves.full:
            host(self).say("No more runs can be told apart in one plot: drop one there first.", "warning")
            return
        old = RecordedRun(f"{run.at.astimezone():%H:%M:%S}", kept=True)
        for name, curve in run.curves.items():
            old.series[name] = Series(name)
            old.series[name].extend(curve.steps, curve.values)
        curves.earlier.append(old)
        self.results.plot.changed()
        self.results.choose(1)

    def saved(self) -> None:
        """What is in the editor is on disk now."""
        self.draft.original = self.editor.text
        self.draft.changed(self.editor.text)
        self.draft.flush()
        self.show_state()
