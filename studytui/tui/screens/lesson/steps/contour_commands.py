"""What can be done with the tracks of a contour step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.steps.contour import ContourView


class Walk(Command["ContourView"]):
    """Walk the tracks step by step, or stand still."""

    id = "contour-walk"
    label = "Walk"
    keys = "a"

    def available(self, target: ContourView) -> bool | None:
        return target.steps > 0

    async def act(self, target: ContourView) -> None:
        target.play()


class StepOn(Command["ContourView"]):
    """One step on along the tracks."""

    id = "contour-step"
    label = "Step"
    keys = "right_square_bracket"
    by: ClassVar[int] = 1

    def available(self, target: ContourView) -> bool | None:
        return target.steps > 0

    async def act(self, target: ContourView) -> None:
        target.step_by(self.by)


class StepBack(StepOn):
    """One step back along the tracks."""

    id = "contour-step-back"
    label = "Step back"
    keys = "left_square_bracket"
    footer = False
    by = -1


CONTOUR_COMMANDS = (Walk, StepOn, StepBack)
