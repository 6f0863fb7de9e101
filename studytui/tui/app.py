"""The app: holds library, store and runner, opens screens, ends cleanly whatever ends it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.events import Resize
from textual.reactive import reactive
from textual.widget import Widget

from studytui.course.library import Library
from studytui.errors import StudytuiError
from studytui.runner.request import RunnerOptions
from studytui.runner.status import RunnerStatus
from studytui.settings.model import Settings
from studytui.study.store import Store
from studytui.tui.collecting import settle
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.everywhere import EVERYWHERE
from studytui.tui.commands.host import CommandHost
from studytui.tui.copying import Copying
from studytui.tui.display import FewLetters, LeanDisplay
from studytui.tui.ending import keep_all, on_continue, on_signals
from studytui.tui.opening import First, open_first
from studytui.tui.palette import CommandsProvider, LessonsProvider, StepsProvider
from studytui.tui.preferences import prepare, quiet
from studytui.tui.runner_words import words
from studytui.tui.screens.library import LibraryScreen
from studytui.tui.screens.too_small import TooSmallScreen, fits
from studytui.tui.shelving import Shelving
from studytui.tui.typed import Severity

if TYPE_CHECKING:
    from studytui.course.model import Exercise
    from studytui.course.questions import Question
    from studytui.runner.runner import Runner
    from studytui.study.shelf import Shelf


class StudyApp(CommandHost, Copying, FewLetters, LeanDisplay, App[int]):
    """Everything the screens share; see `StudyHost` for what they may ask."""

    TITLE = "studytui"
    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = EVERYWHERE
    HELP: ClassVar[str] = "Everywhere (^P opens the palette: every command and lesson by name)"
    COMMANDS: ClassVar = App.COMMANDS | {CommandsProvider, LessonsProvider, StepsProvider}
    CSS = "SearchIcon { display: none; }"  # an emoji: one cell wide in some terminals, two in others
    runner_words = reactive("")

    def __init__(
        self,
        library: Library,
        store: Store,
        runner_options: RunnerOptions,
        *,
        first: First | None = None,
        shelf: Shelf | None = None,
        settings: Settings | None = None,
        remote: bool = False,
        warm: bool = True,
    ) -> None:
        """`shelf`: where the library comes from, to follow it. `warm`: start the runner with the app;
        otherwise with the first run."""
        super().__init__()
        self.library = library
        self.store = store
        self.runner_options = runner_options
        self.settings = settings or Settings()
        self.remote = quiet(self.settings, remote)
        self.first = first or First()
        self.shelving = Shelving(self, shelf) if shelf is not None else None
        self._warm = warm

    def on_mount(self) -> None:
        """Show the first screen; the runner starts once it is painted."""
        prepare(self)
        for moment in (self.app_suspend_signal, self.app_resume_signal):
            moment.subscribe(self, lambda _: self.forget_screen())
        on_signals(self.leave)
        on_continue(lambda: bool(getattr(self._driver, "_must_signal_resume", False)))
        self.push_screen(LibraryScreen())
        open_first(self, self.first)
        self.call_after_refresh(self._cover)
        self.call_after_refresh(settle)
        if self.shelving is not None:
            self.shelving.begin()
        if self.store.notice:
            self.say(self.store.notice, "warning")
        if self._warm:
            self.call_after_refresh(self.warm_up)

    async def on_unmount(self) -> None:
        """Nothing may outlive the app."""
        if "runner" in self.__dict__:
            await self.runner.close()

    @cached_property
    def runner(self) -> Runner:
        """Made when it is first asked for: after the first paint."""
        from studytui.runner.runner import Runner

        runner = Runner(self.runner_options)
        runner.on_status = self._heard
        return runner

    def warm_up(self) -> None:
        """Start the runner in the background."""
        self.run_worker(self._warm_up(), group="runner", exclusive=True, exit_on_error=False)

    # What screens ask for (StudyHost)

    def say(self, text: str, severity: Severity = "information") -> None:
        """Show a short message; never markup."""
        self.notify(text, severity=severity, markup=False, timeout=6)

    def open_lesson(self, lesson_id: str, step_id: str = "") -> None:
        """Show a lesson over the library."""
        from studytui.tui.screens.lesson import LessonScreen

        lesson = self.library.get(lesson_id)
        if lesson is None:
            self.say(f"There is no lesson {lesson_id}", "error")
            return
        if isinstance(self.screen, LessonScreen):
            self.screen.close()
        self.push_screen(LessonScreen(lesson, step_id))

    def look_up(self, lesson_id: str, question: Question | Exercise) -> None:
        """Show the step that teaches what a question asks, over that question."""
        from studytui.study.behind import step_behind
        from studytui.tui.screens.lesson import LessonScreen

        lesson = self.library.get(lesson_id)
        if lesson is None:
            self.say(f"There is no lesson {lesson_id}", "error")
            return
        self.push_screen(LessonScreen(lesson, step_behind(lesson, question), looking_up=True))

    def review(self) -> None:
        """Show the ways to practise, what is due first."""
        from studytui.tui.screens.review import ReviewScreen

        self.push_screen(ReviewScreen())

    def go_to(self, widget: Widget | None) -> None:
        """Where jump mode leads."""
        if widget is not None:
            widget.focus()

    def leave(self, code: int) -> None:
        """End the app; every screen writes down what it has to."""
        keep_all(self.screen_stack)
        self.exit(code, return_code=code)

    def redraw(self) -> None:
        """Paint every cell again."""
        self.forget_screen()
        self.screen.refresh(layout=True)

    # What happens

    def on_resize(self, _event: Resize) -> None:
        """Terminals reflow what they show."""
        self.forget_screen()
        self.call_after_refresh(self._cover)

    def _cover(self) -> None:
        """A screen too small is covered, whatever was opened since, and uncovered when it fits again."""
        covered = isinstance(self.screen, TooSmallScreen)
        if not fits(self.size) and not covered:
            self.push_screen(TooSmallScreen())
        elif fits(self.size) and covered:
            self.pop_screen()

    async def _warm_up(self) -> None:
        try:
            await self.runner.start()
            settle()
        except StudytuiError as error:
            self.runner_words = "✗ runs are not possible"
            self.say(str(error), "error")

    def _heard(self, status: RunnerStatus) -> None:
        self.runner_words = words(status) or self.runner_words
