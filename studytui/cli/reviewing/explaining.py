"""What is said after an answer: the verdict, the right answer, and why each option is right or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from studytui.cli.reviewing.prose import indented, plain
from studytui.course.blanks import fill_in
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Choice, Curve, Fill, Multi, Order, Question
from studytui.study.grading.verdict import Verdict


def told(verdict: Verdict) -> str:
    """The verdict, without the right answer."""
    details = [f"  {line}" for line in verdict.details]
    said = verdict.right or verdict.message.startswith("No")  # the message itself says right or wrong
    return "\n".join([verdict.message if said else f"Wrong. {verdict.message}", *details])


def explained(question: Question | Exercise, verdict: Verdict, order: Sequence[int]) -> str:
    """The right answer where it was not given, then why."""
    parts = [] if verdict.right else [_answer(question, verdict, order)]
    parts += [*_options(question, order), plain(getattr(question, "why", ""))]
    return "\n".join(part for part in parts if part)


def _answer(question: Question | Exercise, verdict: Verdict, order: Sequence[int]) -> str:
    match question:
        case Bug() | Exercise():
            return f"A right answer:\n{indented(question.solution)}"
        case Fill():
            return f"A right answer:\n{indented(fill_in(question.code, question.answers))}"
        case Order():
            return f"A right order:\n{indented(chr(10).join(question.lines))}"
        case Choice() | Multi() | Curve():
            right = [place for place, own in enumerate(order, 1) if question.options[own].right]
            return f"The right answer: {', '.join(map(str, right)) or 'none of them'}"
    return f"The right answer: {verdict.right_answer}" if verdict.right_answer else ""


def _options(question: Question | Exercise, order: Sequence[int]) -> Iterator[str]:
    if isinstance(question, Choice | Multi | Curve):
        for place, own in enumerate(order, 1):
            option = question.options[own]
            if option.why:
                yield f"{place} is {'right' if option.right else 'wrong'}: {plain(option.why)}"
