"""A question as text: its prompt, its code, what there is to choose from, and how to answer."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.cli.reviewing.prose import indented, numbered, plain
from studytui.course.blanks import blanks_in
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Choice, Curve, Fill, Multi, Order, Question, TrueFalse
from studytui.study.shuffle import disarranged, shuffled


def order_of(question: Question | Exercise, seed: str) -> tuple[int, ...]:
    """Place on the screen -> the lesson's own number, of options and lines; the same for the same seed."""
    if isinstance(question, Choice | Multi | Curve):
        return shuffled(len(question.options), seed)
    return disarranged(len(question.lines), seed) if isinstance(question, Order) else ()


def pose(question: Question | Exercise, order: Sequence[int], pictures: Sequence[str] = ()) -> str:
    """The whole question; `pictures`: those of a `curve` in words, in the lesson's order."""
    parts = [plain(question.prompt), _code(question), _choices(question, order, pictures)]
    return "\n\n".join(part for part in parts if part)


def how(question: Question | Exercise) -> str:
    """The prompt that says what to type."""
    match question:
        case Choice() | Curve():
            return f"Answer (1 to {len(question.options)}):"
        case Multi():
            return "Answers (such as 1 3; 0 for none):"
        case TrueFalse():
            return "True or false (t or f):"
        case Order():
            return f"Lines in order (such as {' '.join(str(n + 1) for n in range(len(question.lines)))}):"
        case Fill():
            return f"Blank 1 of {blanks_in(question.code)}:"
        case Bug() | Exercise():
            return "Change:"
    return "Answer:"


def _code(question: Question | Exercise) -> str:
    if isinstance(question, Exercise):
        return numbered(question.starter)
    if isinstance(question, Bug):
        return numbered(question.code)
    return indented(question.code)


def _choices(question: Question | Exercise, order: Sequence[int], pictures: Sequence[str]) -> str:
    match question:
        case Choice() | Multi():
            texts = [plain(option.text) for option in question.options]
        case Curve():
            texts = list(pictures)
        case Order():
            texts = ["\n   ".join(line.splitlines()) for line in question.lines]
        case _:
            return ""
    return "\n".join(f"{place}. {texts[own]}" for place, own in enumerate(order, 1))
