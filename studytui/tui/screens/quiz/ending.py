"""What the last screen of a round says: the score or the report, and what to do next."""

from __future__ import annotations

from datetime import timedelta

from studytui.study.decks.due_review import due_count
from studytui.study.decks.known import Known, look
from studytui.study.next_thing import next_thing
from studytui.tui.screens.quiz.report import exam_report
from studytui.tui.screens.quiz.session import Round
from studytui.tui.screens.quiz.summary import summary
from studytui.tui.typed import StudyHost


def ending(played: Round, app: StudyHost) -> str:
    """Markdown for the last screen."""
    known = look(app.library.lessons, app.store)
    score = exam_report(played, known) if played.manner.limit else summary(played)
    return f"{score}\n\n**Next:** {what_next(app, known)}"


def what_next(app: StudyHost, known: Known) -> str:
    """What to do now, in one line, and what comes back within a day."""
    place = app.store.place()
    last = (place.lesson, place.step) if place is not None else ("", "")
    words = next_thing(app.library.lessons, known.done, last, due_count(known)).words
    tomorrow = known.now + timedelta(days=1)
    soon = sum(known.now < card.due <= tomorrow for card in known.cards.values())
    return f"{words} · {soon} more due within a day" if soon else words
