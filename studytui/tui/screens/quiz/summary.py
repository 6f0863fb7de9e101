"""The end of a round: the score, and what to look at again."""

from __future__ import annotations

from studytui.study.schedule.card import Rating
from studytui.tui.screens.quiz.session import Answered, Round

WORDS = {Rating.AGAIN: "again", Rating.HARD: "hard", Rating.GOOD: "good", Rating.EASY: "easy"}


def summary(played: Round) -> str:
    """Markdown for the last screen of a round."""
    if not played.questions:
        return "Nothing to ask: no question is due."
    total = len(played.answered)
    if not total:
        return "No question was answered."
    parts = [f"## {played.right} of {total} right"]
    if played.to_revisit:
        parts.append("Look at these again:\n\n" + "\n".join(map(_line, played.to_revisit)))
        parts.append("They come back in your reviews, those not known first.")
    else:
        parts.append("Nothing to revisit: all of it was known without help.")
    return "\n\n".join(parts)


def _line(answer: Answered) -> str:
    glyph = "✓" if answer.verdict.right else "✗"
    return f"- {glyph} {first_sentence(answer.asked.question.prompt)} ({WORDS[answer.rating]})"


def first_sentence(markdown: str) -> str:
    """The beginning of a question's text, on one line."""
    paragraph = markdown.strip().split("\n\n")[0]
    line = " ".join(paragraph.split())
    return line if len(line) <= 90 else line[:89].rstrip() + "…"
