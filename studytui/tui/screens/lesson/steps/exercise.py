"""Code to complete, graded by tensor; hints one by one; the solution after passing or giving up."""

from __future__ import annotations

from typing import ClassVar

from textual.worker import Worker

from studytui.course.model import Exercise, Lesson
from studytui.errors import StudytuiError
from studytui.study.grading.verdict import Verdict
from studytui.tui.commands.command import AnyCommand
from studytui.tui.screens.lesson.marks import ExerciseMarks
from studytui.tui.screens.lesson.solution import SolutionScreen
from studytui.tui.screens.lesson.steps.code import CodeView
from studytui.tui.screens.lesson.steps.exercise_commands import EXERCISE_COMMANDS
from studytui.tui.typed import host


class ExerciseView(CodeView):
    """Done when every check passes."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = EXERCISE_COMMANDS
    HELP: ClassVar[str] = (
        "Complete the code, run it as often as you like, then check it: your tensors are compared with the "
        "reference's by shape, dtype, device and values."
    )

    def __init__(self, lesson: Lesson, step: Exercise) -> None:
        super().__init__(lesson, step, f"**Exercise.** {step.prompt}", step.starter.rstrip())
        self.exercise = step
        self.hints_shown = 0
        self.tried = False
        self.marks = ExerciseMarks(self, lesson.id, step.id)
        self._checking: Worker[None] | None = None

    @property
    def checking(self) -> bool:
        """Whether a check is under way."""
        return self._checking is not None and self._checking.is_running

    def check(self) -> None:
        """Grade the code in the editor."""
        self.remove_class("-never-run")
        self.results.begin(self.step.title)
        self.results.bar.state = ("… checking", "$text-muted")
        self.draft.flush()
        self._checking = self.run_worker(self._grade(self.editor.text), group="check", exclusive=True)

    async def hint(self) -> None:
        """Show the next hint."""
        text = self.exercise.hints[self.hints_shown]
        self.hints_shown += 1
        self.marks.hints = self.hints_shown
        await self.reading.reveal(f"**Hint {self.hints_shown} of {len(self.exercise.hints)}:** {text}")
        self.refresh_bindings()

    def solution(self) -> None:
        """Show the solution and how it differs from the learner's code; before passing, that is giving up."""
        if not self.passed:
            self.marks.gave_up(self.editor.text)
        self.app.push_screen(SolutionScreen(self.editor.text, self.exercise.solution))

    @property
    def passed(self) -> bool:
        """Whether the checks have passed, now or earlier."""
        return self.step.id in host(self).store.done(self.lesson.id)

    async def _grade(self, code: str) -> None:
        from studytui.study.grading.answers import Coded
        from studytui.study.grading.grade import grade
        from studytui.study.grading.unreadable import unreadable

        answer, runner = Coded(code), host(self).runner
        if words := unreadable(self.exercise, answer):
            self.results.refuse(words)
            return
        try:
            await runner.start()
            verdict = await grade(self.exercise, answer, runner)
        except StudytuiError as error:
            self.results.refuse(str(error))
            return
        self.tried = True
        self._tell(verdict)
        self.marks.checked(code, verdict.right)
        if verdict.right:
            self.done()
        self.refresh_bindings()

    def _tell(self, verdict: Verdict) -> None:
        """The verdict first (an error explains what follows), every check, and what can be done next."""
        output = self.results.output
        stop = "" if verdict.message.endswith((".", "!", "?")) else "."
        output.note(f"{verdict.message}{stop} Your run took {verdict.seconds:.3f} s.")
        for result in verdict.checks:
            reason = f": {result.reason}" if result.reason else ""
            output.note(f"{'✓' if result.right else '✗'} {result.what}{reason}")
        if not verdict.checks:
            for line in verdict.details:
                output.note(line)
        output.note(self._what_next(verdict.right))
        words, style = ("✓ passed", "$text-success") if verdict.right else ("✗ not yet", "$text-error")
        self.results.bar.state = (f"{words} {verdict.seconds:.3f} s", style)

    def _what_next(self, right: bool) -> str:
        out = "Esc leaves the editor; then " if self.editor.has_focus else ""
        if right:
            return f"{out}s shows the lesson's solution beside yours; n goes on."
        left = len(self.exercise.hints) - self.hints_shown
        hint = f"h gives a hint ({left} left); " if left else ""
        return f"{out}{hint}s gives up and shows the solution."
