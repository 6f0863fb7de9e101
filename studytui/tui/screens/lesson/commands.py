"""What can be done anywhere in a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.screen import LessonScreen


class NextStep(Command["LessonScreen"]):
    """Go to the next step; after the last one, to the next lesson."""

    id = "next"
    label = "Next"
    keys = "n,f10,ctrl+n"

    async def act(self, target: LessonScreen) -> None:
        await target.move(1)


class PreviousStep(Command["LessonScreen"]):
    """Go to the previous step."""

    id = "previous"
    label = "Back"
    keys = "p,f9"

    def available(self, target: LessonScreen) -> bool | None:
        return target.index > 0

    async def act(self, target: LessonScreen) -> None:
        await target.move(-1)


class TurnPage(Command["LessonScreen"]):
    """Scroll the text by a page; at its end, go to the next step."""

    id = "page"
    label = "Page"
    keys = "space"
    footer = False

    async def act(self, target: LessonScreen) -> None:
        await target.turn_page()


class BackToLibrary(Command["LessonScreen"]):
    """Back to the list of lessons; everything is kept."""

    id = "library"
    label = "Library"
    keys = "escape"

    def available(self, target: LessonScreen) -> bool | None:
        return not target.looking_up

    async def act(self, target: LessonScreen) -> None:
        target.close()


class BackToQuestion(BackToLibrary):
    """Back to the question or the error you came from; all there is as it was."""

    id = "question"
    label = "Return"
    keys = "escape,l"

    def available(self, target: LessonScreen) -> bool | None:
        return target.looking_up


class VerifyHere(Command["LessonScreen"]):
    """Verify the lesson on your own torch: run all of it in the background and show what does not hold."""

    id = "verify"
    label = "Verify"
    keys = "v"
    footer = False

    def available(self, target: LessonScreen) -> bool | None:
        return not target.verified.verifying

    async def act(self, target: LessonScreen) -> None:
        target.verified.verify()


class BookmarkStep(Command["LessonScreen"]):
    """Put a bookmark at this step, or take it away; the library lists them."""

    id = "bookmark"
    label = "Bookmark"
    keys = "b"
    footer = False

    async def act(self, target: LessonScreen) -> None:
        target.bookmark()


LESSON_COMMANDS = (NextStep, PreviousStep, TurnPage, BookmarkStep, VerifyHere, BackToLibrary, BackToQuestion)
