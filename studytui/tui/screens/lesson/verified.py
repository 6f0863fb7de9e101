"""One row on a lesson's first step: whether all of it was run, and on which torch."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from textual.content import Content
from textual.widget import Widget

from studytui.course.model import Lesson
from studytui.course.standing import Known, Standing, standing
from studytui.course.verified import Record, content_of, load_records, public, records_file
from studytui.errors import LessonError, StudytuiError
from studytui.tui.runner_words import device
from studytui.tui.screens.lesson.findings import FindingsScreen
from studytui.tui.typed import host

SETTING = "verified"
"""In the store, before the content's hash: what held on this reader's own machine."""


class VerifiedLine(Widget):
    """`✓ verified on torch 2.13, cpu`; a warning when the reader's torch is another, and the way out."""

    DEFAULT_CSS = """
    VerifiedLine { height: 1; padding: 0 1; }
    """

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson
        self._progress = ""
        self._warned = False

    def on_mount(self) -> None:
        """The reader's torch is known once the runner is warm."""
        self.watch(self.app, "runner_words", self._hear)

    @property
    def verifying(self) -> bool:
        """Whether the lesson is being run at the moment."""
        return bool(self._progress)

    def verify(self) -> None:
        """Run the whole lesson in the background; the row shows how far it is, and then what came of it."""
        self._show("… verifying")
        self.app.run_worker(self._verify(), group="verify", exclusive=True, exit_on_error=False)

    def standing(self) -> Standing:
        """What is known, from the reader's own record or the lesson's."""
        app = host(self)
        file = app.library.file(self.lesson.id)
        try:
            content = content_of(file) if file else ""
            shipped = load_records(records_file(file)).get(self.lesson.id) if file else None
        except LessonError:
            return Standing(Known.NEVER, "not verified: its records cannot be read")
        mine = self._mine(content)
        torch = self._torch()
        known = standing(shipped, content, torch)
        return known if known.good or mine is None else standing(mine, content, torch)

    def render(self) -> Content:
        """The row."""
        if self._progress:
            return Content.styled(self._progress, "$text-muted")
        found = self.standing()
        if found.good:
            return Content.styled(f"✓ {found.words}", "$text-muted")
        return Content.assemble((f"⚠ {found.words}", "$text-warning"), ("   v verifies it here", "bold"))

    async def _verify(self) -> None:
        from studytui.study.verify import verify_lesson  # graders and all: not before it is asked for

        app = host(self)
        try:
            ready = await app.runner.start()
            loaded = app.library.load(self.lesson.id)
            content = content_of(loaded.file)
            findings = await verify_lesson(app.runner, loaded, self._advance)
            if findings:
                self.app.push_screen(FindingsScreen(self.lesson.title, findings))
            else:
                today = datetime.now(UTC).date().isoformat()
                record = Record(content=content, torch=public(ready.torch), device=device(ready), on=today)
                app.store.set_setting(f"{SETTING}/{content}", msgspec.to_builtins(record))
                app.say(f"✓ {self.lesson.title}: everything holds here, on torch {record.torch}")
        except StudytuiError as error:
            app.say(str(error), "error")
        finally:
            self._show("")

    def _advance(self, done: int, total: int) -> None:
        self._show(f"… verifying {done} of {total}")

    def _show(self, words: str) -> None:
        self._progress = words
        if self.is_mounted:
            self.refresh()
            self.screen.refresh_bindings()

    def _hear(self, _words: str) -> None:
        self.refresh()
        if self._torch() and not self._warned and self.standing().known is Known.OTHER_TORCH:
            self._warned = True
            host(self).say(f"This lesson was {self.standing().words}. v verifies it here.", "warning")

    def _torch(self) -> str:
        runner = self.app.__dict__.get("runner")  # asking for it would make it, before the first paint
        return runner.ready.torch if runner is not None and runner.ready is not None else ""

    def _mine(self, content: str) -> Record | None:
        kept = host(self).store.setting(f"{SETTING}/{content}")
        try:
            return msgspec.convert(kept, Record) if kept is not None else None
        except msgspec.ValidationError:
            return None  # written by another version: verifying again replaces it
