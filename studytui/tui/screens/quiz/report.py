"""The report of a mock exam: part by part, what was missed and why, what to read again."""

from __future__ import annotations

from studytui.study.decks.known import Known
from studytui.study.decks.mock_exam import Exam, ExamReport, PartResult, report
from studytui.study.given import right_answer
from studytui.study.store import ExamRecord
from studytui.tui.screens.quiz.session import Answered, Round
from studytui.tui.screens.quiz.summary import first_sentence

BAR = 10
AGAIN = 3
"""Lessons named to be read again."""


def result(played: Round, known: Known) -> ExamReport:
    """How the exam went; questions not reached count as wrong."""
    parts = tuple(dict.fromkeys(asked.part for asked in played.questions))
    sources = tuple(known.sources[asked.card] for asked in played.questions if asked.card in known.sources)
    right = {answer.asked.card: answer.verdict.right for answer in played.answered}
    return report(Exam(parts, sources, played.manner.limit), right)


def record(played: Round, known: Known) -> ExamRecord:
    """The result as the store keeps it."""
    found = result(played, known)
    titles = tuple(part.part for part in found.parts)
    return ExamRecord(titles, found.right, found.asked, _seconds(played), played.manner.limit)


def exam_report(played: Round, known: Known) -> str:
    """Markdown: the score, the parts, the misses."""
    found = result(played, known)
    share = f"{found.right / found.asked:.0%}" if found.asked else "–"
    used, given = round(_seconds(played) / 60), round(played.manner.limit / 60)
    parts = [f"## {found.right} of {found.asked} right ({share}), in {used} of {given} minutes"]
    parts.append("```text\n" + "\n".join(_part(part) for part in found.parts) + "\n```")
    missed = [answer for answer in played.answered if not answer.verdict.right]
    if missed:
        parts.append("**Missed**\n\n" + "\n".join(map(_missed, missed)))
    if rest := len(played.questions) - len(played.answered):
        parts.append(f"{rest} question{'' if rest == 1 else 's'} not reached in time.")
    if found.lessons:
        titles = {asked.lesson: asked.title for asked in played.questions}
        parts.append("**Read again:** " + ", ".join(titles.get(name, name) for name in found.lessons[:AGAIN]))
    return "\n\n".join(parts)


def _part(part: PartResult) -> str:
    full = BAR * part.right // part.asked if part.asked else 0
    return f"{'▰' * full}{'▱' * (BAR - full)}  {part.right:>2} of {part.asked:<2}  {part.part}"


def _missed(answer: Answered) -> str:
    question = answer.asked.question
    right = right_answer(question)
    yours = f" Your answer: {_code(answer.given)}." if answer.given and len(answer.given) < 60 else ""
    truth = f" Right: {_code(right)}." if "\n" not in right else ""
    asked = first_sentence(question.prompt)
    return f"- *{answer.asked.title}*: {asked}{yours}{truth} {getattr(question, 'why', '')}".rstrip()


def _code(text: str) -> str:
    """Shown as code, unless it is Markdown already."""
    line = " ".join(text.split())
    return line if "`" in line or "$" in line else f"`{line}`"


def _seconds(played: Round) -> float:
    return min(sum(answer.seconds for answer in played.answered), played.manner.limit)
