"""Editor and results of one sheet: the lesson's code view without a lesson around it."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from studytui.course.model import Lesson, Snippet
from studytui.runner.request import RunRequest
from studytui.tui.screens.lesson.steps.code import CodeView
from studytui.tui.screens.playground.sheet import Sheet
from studytui.tui.widgets.editor import CodeEditor
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

    def __init__(self, sheet: Sheet) -> None:
        step = Snippet(id=sheet.key, code=sheet.text, title=sheet.name)
        super().__init__(NO_LESSON, step, "", sheet.text)
        self.sheet = sheet

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
        """Tracebacks name the sheet."""
        name = self.sheet.name
        return replace(super().request(), name=name if name.endswith(".py") else f"{name}.py")

    def saved(self) -> None:
        """What is in the editor is on disk now."""
        self.draft.original = self.editor.text
        self.draft.changed(self.editor.text)
        self.draft.flush()
        self.show_state()
