"""What the last screen of a round says: the score or the report, and what to do next."""

from __future__ import annotations

from studytui.study.next_thing import next_thing
from studytui.tui.rounds import cards_due
from studytui.tui.screens.quiz.session import Round
from studytui.tui.screens.quiz.summary import summary
from studytui.tui.typed import StudyHost


def ending(played: Round, app: StudyHost) -> str:
    """Markdown for the last screen."""
    return f"{summary(played)}\n\n**Next:** {what_next(app)}"


def what_next(app: StudyHost) -> str:
    """What to do now, in one line."""
    lessons, place = app.library.lessons, app.store.place()
    last = (place.lesson, place.step) if place is not None else ("", "")
    return next_thing(lessons, app.store.all_done(), last, cards_due(lessons, app.store)).words
