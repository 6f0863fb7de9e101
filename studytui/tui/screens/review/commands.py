"""What can be done where practising begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.review.exam import ExamScreen
    from studytui.tui.screens.review.screen import ReviewScreen


class Begin(Command["ReviewScreen"]):
    """Begin, or go on with, the one under the cursor."""

    id = "begin"
    label = "Begin"
    keys = "f5"
    footer = False

    async def act(self, target: ReviewScreen) -> None:
        target.begin()


class BringBack(Command["ReviewScreen"]):
    """Bring back all cards that were put aside: they are asked again when they are due."""

    id = "bring-back"
    label = "Bring back what was put aside"
    keys = "b"

    def available(self, target: ReviewScreen) -> bool | None:
        return target.put_aside > 0

    async def act(self, target: ReviewScreen) -> None:
        target.bring_back()


class Leave(Command["ReviewScreen"]):
    """Back to the library."""

    id = "review-leave"
    label = "Library"
    keys = "escape"

    async def act(self, target: ReviewScreen) -> None:
        target.dismiss(None)


class StartExam(Command["ExamScreen"]):
    """Start the exam: the clock runs from here on."""

    id = "exam-start"
    label = "Start the exam"
    keys = "f5"
    footer = False

    async def act(self, target: ExamScreen) -> None:
        target.start()


class LeaveExam(Command["ExamScreen"]):
    """Back without an exam."""

    id = "exam-leave"
    label = "Back"
    keys = "escape"

    async def act(self, target: ExamScreen) -> None:
        target.dismiss(None)


REVIEW_COMMANDS = (Begin, BringBack, Leave)
EXAM_COMMANDS = (StartExam, LeaveExam)
