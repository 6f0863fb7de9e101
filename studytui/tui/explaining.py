"""From an error on the screen to the lesson that explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from studytui.tui.typed import host

if TYPE_CHECKING:
    from studytui.runner.events import Failed
    from studytui.tui.app import StudyApp
    from studytui.tui.widgets.results import Results


def failure_on(screen: Screen[Any]) -> Failed | None:
    """The error that is shown, if there is a lesson about it and it is here."""
    # By name: this is asked for every footer, and the class brings plots along that the first has no need of.
    found = cast("list[Results]", list(screen.query("Results")))
    shown = [results for results in found if results.is_on_screen and results.failed]
    failed = shown[0].failed if shown else None
    if failed is None or not failed.lesson or host(screen).library.get(failed.lesson) is None:
        return None
    return failed


def explain(app: StudyApp, screen: Screen[Any]) -> None:
    """Show the step of that lesson which says most about the error, over what is on the screen."""
    from studytui.study.behind import step_about
    from studytui.tui.screens.lesson import LessonScreen

    failed = failure_on(screen)
    lesson = app.library.get(failed.lesson) if failed is not None else None
    if failed is not None and lesson is not None:
        step = step_about(lesson, f"{failed.error} {failed.message} {failed.hint}")
        app.push_screen(LessonScreen(lesson, step, looking_up=True))
