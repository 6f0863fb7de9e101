"""What can be done at an exercise beyond running the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.steps.exercise import ExerciseView


class CheckCode(Command["ExerciseView"]):
    """Check the code against the reference, tensor by tensor."""

    id = "check"
    label = "Check"
    keys = "f7,c"

    def available(self, target: ExerciseView) -> bool | None:
        return None if target.checking else True

    async def act(self, target: ExerciseView) -> None:
        target.check()


class NextHint(Command["ExerciseView"]):
    """Show the next hint."""

    id = "hint"
    label = "Hint"
    keys = "h"

    def available(self, target: ExerciseView) -> bool | None:
        return target.hints_shown < len(target.exercise.hints)

    async def act(self, target: ExerciseView) -> None:
        await target.hint()


class ShowSolution(Command["ExerciseView"]):
    """Show the lesson's solution as a difference to your code."""

    id = "solution"
    label = "Solution"
    keys = "s"

    def available(self, target: ExerciseView) -> bool | None:
        return target.passed

    async def act(self, target: ExerciseView) -> None:
        target.solution()


class GiveUp(ShowSolution):
    """Show the solution before passing: the exercise then comes back in your reviews soon."""

    id = "give-up"
    label = "Give up"

    def available(self, target: ExerciseView) -> bool | None:
        return target.tried and not target.passed


EXERCISE_COMMANDS = (CheckCode, NextHint, ShowSolution, GiveUp)
