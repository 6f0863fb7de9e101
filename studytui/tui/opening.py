"""Which screen comes first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studytui.tui.app import StudyApp


PLAYING = "playing"
"""The setting that says whether the app was last seen in the playground."""


@dataclass(frozen=True)
class First:
    """What the command line asked for."""

    lesson: str = ""
    screen: str = "library"
    """"library", "playground", "quiz" or "review" (what is due)."""
    file: Path | None = None
    """For the playground."""


def open_first(app: StudyApp, first: First) -> None:
    """Show over the library what was asked for; nothing in particular: where the learner left."""
    if first.screen == "playground":
        from studytui.tui.screens.playground import PlaygroundScreen

        app.push_screen(PlaygroundScreen(first.file))
    elif first.screen in ("quiz", "review"):
        ask(app, first.lesson)
    elif first.lesson:
        if app.library.get(first.lesson) is not None or app.shelving is None:  # else once it is trusted
            app.open_lesson(first.lesson)
    else:
        _resume(app)


def ask(app: StudyApp, lesson_id: str = "") -> None:
    """Ask the questions of a lesson, or those that are due; says so when there are none."""
    from studytui.study.decks.known import look
    from studytui.tui.rounds import due_round, lesson_round
    from studytui.tui.screens.quiz import QuizScreen

    lesson = app.library.get(lesson_id)
    known = look(app.library.lessons, app.store, new_per_day=app.settings.new_per_day)
    played = lesson_round(lesson) if lesson is not None else due_round(known)
    if played.questions:
        app.push_screen(QuizScreen(played=played))
    else:
        app.say("This lesson has no questions." if lesson else "No card is due. New ones come from quizzes.")


def _resume(app: StudyApp) -> None:
    if app.store.setting(PLAYING):
        from studytui.tui.screens.playground import PlaygroundScreen

        app.push_screen(PlaygroundScreen())
        return
    place = app.store.place()
    lesson = app.library.get(place.lesson) if place is not None and place.screen == "lesson" else None
    if lesson is not None:
        from studytui.tui.screens.lesson import LessonScreen

        app.push_screen(LessonScreen(lesson, resuming=True))
