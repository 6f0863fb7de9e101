"""A step with code to change and run: text, editor, results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import TextArea

from studytui.course.model import AnyStep, Lesson
from studytui.runner.events import AnyEvent, Closed, Exported, Failed, Finished, LineNotes, Stdout
from studytui.runner.request import Limits, RunRequest
from studytui.tui.commands.command import AnyCommand
from studytui.tui.running import RunSession
from studytui.tui.screens.lesson.drafts import Draft
from studytui.tui.screens.lesson.reading import Reading
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.lesson.steps.calling import Calling
from studytui.tui.screens.lesson.steps.code_commands import CODE_COMMANDS
from studytui.tui.screens.lesson.steps.editing_commands import EDITING_COMMANDS
from studytui.tui.screens.lesson.steps.live import Live
from studytui.tui.screens.lesson.steps.rows import RowSharing
from studytui.tui.typed import host
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.results import Results
from studytui.tui.widgets.results.prompt import Prompt
from studytui.tui.widgets.results.words import CALM
from studytui.tui.widgets.section import SectionBar

if TYPE_CHECKING:
    from studytui.runner.console import Said

TEXT = 20_000
"""Characters before the cursor that completion looks at."""
STAY = 600.0
"""Seconds the finished process waits for a question."""


class CodeView(StepView):
    """The base of snippet, wrong and exercise."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = CODE_COMMANDS + EDITING_COMMANDS
    HELP: ClassVar[str] = "Run the code, change it, run again: every run starts from nothing."
    DEFAULT_CSS = """
    CodeView {
        & > .work { height: 1fr; width: 1fr; }
        & > Reading { max-height: 30%; }
        & CodeEditor { height: auto; min-height: 3; max-height: 45%; }
        & CodeEditor:focus, &.-finding CodeEditor { max-height: 60%; }
        &.-at-results CodeEditor { max-height: 35%; }
        &.-never-run > Reading { max-height: 40%; }
        &.-never-run CodeEditor { max-height: 75%; }
        &.-editor-full > Reading, &.-editor-full Results { display: none; }
        &.-editor-full CodeEditor { height: 1fr; max-height: 100%; }
        &.-results-full { & > Reading, & CodeEditor, & .code-bar { display: none; } }
    }
    """

    def __init__(self, lesson: Lesson, step: AnyStep, text: str, code: str) -> None:
        """`text` is Markdown to show; `code` the original in the editor."""
        super().__init__(lesson, step)
        self._text = text
        self.draft = Draft(self, lesson.id, step.id, code)
        self.session = RunSession(self, self.hear, self._refused, self._answer)
        self._asker: Widget | None = None
        self.printed: list[str] = []
        self.live = Live(self)
        self.calling = Calling(self)
        self.rows = RowSharing(self)

    def compose(self) -> ComposeResult:
        yield Reading(self._text)
        with Vertical(classes="work"):
            with SectionBar(self.step.title or "code") as bar:
                bar.add_class("code-bar")
            yield CodeEditor(self.draft.load())
            yield Results()

    def on_mount(self) -> None:
        """Say whether the text is the learner's own version."""
        self.add_class("-never-run")
        self.editor.completer.inquire = self.inquire
        self.results.prompt.field.completer.inquire = self.inquire
        if self.query(Reading):
            self.rows.watch()
        self.show_state()

    def on_unmount(self) -> None:
        """However the app ends, the text is kept."""
        self.draft.flush()
        self.live.leave()

    @property
    def at_output(self) -> bool:
        """Whether there is output of a run to look at, and the keys are at neither text nor code."""
        other = ("-never-run", "-editor-full", "-results-full", "-finding")
        elsewhere = self.editor.has_focus or self.reading.has_focus or self.results.bar.shown
        return not elsewhere and not any(map(self.has_class, other))

    # What the commands ask for

    @property
    def editor(self) -> CodeEditor:
        """The editor."""
        return self.query_one(CodeEditor)

    @property
    def results(self) -> Results:
        """Output, plot, values."""
        return self.query_one(Results)

    @property
    def edited(self) -> bool:
        """Whether the code differs from the lesson's."""
        return self.editor.text != self.draft.original

    def request(self) -> RunRequest:
        """The run of the editor's text."""
        step = self.step
        return RunRequest(
            code=self.editor.text,
            setup=getattr(step, "setup", ""),
            device=getattr(step, "device", "auto"),
            threads=getattr(step, "threads", 1),
            limits=Limits(timeout=getattr(step, "timeout", 60.0)),
            interactive=True,
            stay=STAY,
            grad_norm=self.results.plot.records_norms,
        )

    async def run_code(self) -> None:
        """The run key."""
        self._start(self.session.press(self.request()))

    def hunt_nan(self) -> None:
        """Run again and stop at the operation that makes the first nan."""
        self.session.start(replace(self.request(), hunt=True))
        self._start(True)

    def reset(self) -> None:
        """Put the lesson's own code back; undo brings the learner's text back."""
        editor = self.editor
        editor.replace(self.draft.original, (0, 0), editor.document.end)
        editor.mark_error(None)

    def full(self, part: str) -> None:
        """Give the editor or the results the whole screen, or take it back."""
        for name in ("editor", "results"):
            self.set_class(name == part and not self.has_class(f"-{name}-full"), f"-{name}-full")
        self.rows.soon()
        target: Widget = self.editor if part == "editor" else self.results.pane
        self.screen.set_focus(target)  # at once: keys may already be waiting

    def question(self) -> None:
        """Let the learner ask the finished process something."""
        self._asker = self.screen.focused
        self.screen.set_focus(self.results.prompt.field)

    async def inquire(self, kind: str, text: str) -> dict[str, Any] | None:
        """Ask the finished process about the code before the cursor; None when there is none."""
        console = self.session.console
        return None if console is None or console.busy else await console.inquire(kind, text=text[-TEXT:])

    def ask_selection(self) -> None:
        """Run the selected lines, or the line of the cursor, in the finished process."""
        if self.session.console is None:
            host(self).say("Run the code first (F5): a selection is run where that left off.", "warning")
        elif text := self.editor.selected_lines.strip("\n"):
            self.results.asked(text)
            self.session.ask(text)

    async def find(self) -> None:
        """Open the line for find and replace below the editor."""
        from studytui.tui.widgets.editor.finding import FindBar

        if not self.query(FindBar):
            await self.mount(FindBar(self.editor), after=self.editor)
        self.set_class(False, "-results-full")
        self.query_one(FindBar).open()

    def toggle_live(self) -> None:
        """Run while typing, or not."""
        self.live.toggle()
        self.show_state()

    # What happens

    def hear(self, event: AnyEvent) -> None:
        """One event of the run."""
        if self.live.take(event):
            return
        if isinstance(event, Stdout):
            self.printed.append(event.text)
        if isinstance(event, Failed):
            self.editor.mark_error(event.line)
        if isinstance(event, LineNotes):
            self.editor.note_lines(event.items, self.session.code)
        if isinstance(event, Exported):
            self.exported(event)
        self.results.hear(event)
        if isinstance(event, Finished):
            self.results.prompt.open(self.session.console is not None)
            self.rows.soon()
            self.refresh_bindings()
            self.finished(event)

    def exported(self, event: Exported) -> None:
        """Expressions that were asked for."""

    def finished(self, event: Finished) -> None:
        """The run has ended."""

    def leave(self) -> None:
        self.draft.flush()

    def on_resize(self) -> None:
        """Share the rows of the new size."""
        self.rows.soon()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.draft.changed(self.editor.text)
        self.show_state()
        if self.editor.error_line is not None:
            self.editor.mark_error(None)
        self.live.changed()
        self.calling.changed()

    @on(DescendantFocus)
    def _grow(self) -> None:
        """The results grow while the keys are there."""
        self.set_class(self.results.has_focus_within, "-at-results")
        self.set_class(any(bar.has_focus_within for bar in self.query("FindBar")), "-finding")
        self.rows.soon()

    @on(CodeEditor.Left)
    def _left(self, event: CodeEditor.Left) -> None:
        event.stop()
        self.set_class(False, "-editor-full")
        self.entrance().focus()

    @on(Prompt.Asked)
    def _question_asked(self, event: Prompt.Asked) -> None:
        event.stop()
        self.results.asked(event.text)
        self.session.ask(event.text)
        self.refresh_bindings()

    @on(Prompt.Left)
    def _prompt_left(self, event: Prompt.Left) -> None:
        event.stop()
        (self._asker or self.results.pane).focus()

    def _answer(self, event: Said) -> None:
        if isinstance(event, Closed) and self.results.prompt.has_focus_within:
            (self._asker or self.results.pane).focus()
        self.results.answer(event)
        self.refresh_bindings()

    @on(Results.Answered)
    def _answered(self, event: Results.Answered) -> None:
        event.stop()
        self.session.send_input(event.text)

    def _start(self, started: bool) -> None:
        if not started:
            self.results.bar.state = ("… still running: again to restart, F6 to stop", "$text-warning")
            return
        self.live.drop()
        self.editor.completer.close()
        if self.has_focus_within and not self.editor.has_focus:
            self.results.pane.focus()
        self.begin_results()
        self.draft.flush()
        self.refresh_bindings()

    def _refused(self, words: str) -> None:
        self.results.refuse(words)

    def begin_results(self, quietly: bool = False) -> None:
        """Make room for the results of a new run; `quietly`: the pane that is shown stays."""
        self.remove_class("-never-run")
        self.printed.clear()
        self.editor.mark_error(None)
        self.results.begin(self.step.title, quietly)

    def show_state(self) -> None:
        """Say above the code what is true of it."""
        live = f"live, {self.live.words}" if self.live.words else "live"
        words = [word for word, holds in ((live, self.live.on), ("edited", self.edited)) if holds]
        bar = self.query_one(".code-bar", SectionBar)
        if self.calling.words:
            words = [*(words if self.live.words else ()), self.calling.words]
        style = CALM if self.calling.words and not self.live.words else "$text-warning"
        bar.state = (" · ".join(words), style)
        self.refresh_bindings()
