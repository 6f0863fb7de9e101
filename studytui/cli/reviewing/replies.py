"""A line typed, read as an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from studytui.course.questions import Choice, Curve, Multi, Order, Question, TrueFalse
from studytui.study.grading.answers import AnyAnswer, Ordered, Picked, Said, Typed
from studytui.study.shuffle import to_lesson

YES = ("t", "true", "y", "yes")
NO = ("f", "false", "n", "no")


class Unclear(ValueError):
    """The line is no answer; the words say why."""


def read_reply(question: Question, line: str, order: Sequence[int]) -> AnyAnswer:
    """The answer to a question of one line. Raises Unclear."""
    match question:
        case TrueFalse():
            return Said(_truth(line))
        case Choice() | Curve():
            return Picked(frozenset(_places(line, order, one=True)))
        case Multi():
            return Picked(frozenset(() if line.strip() == "0" else _places(line, order)))
        case Order():
            lines = _places(line, order)
            if len(lines) != len(order):
                raise Unclear(f"Name each of the {len(order)} lines once.")
            return Ordered(lines)
    return Typed(line)


def _truth(line: str) -> bool:
    word = line.strip().casefold()
    if word not in YES + NO:
        raise Unclear("Type t for true or f for false.")
    return word in YES


def _places(line: str, order: Sequence[int], one: bool = False) -> tuple[int, ...]:
    """The lesson's own numbers of what was named by its place."""
    numbers = [int(word) for word in re.findall(r"\d+", line)]
    if not numbers or not all(1 <= number <= len(order) for number in numbers):
        raise Unclear(f"Type {'a number' if one else 'numbers'} from 1 to {len(order)}.")
    if len(set(numbers)) < len(numbers) or (one and len(numbers) > 1):
        raise Unclear("One number, please." if one else "Each number once, please.")
    return to_lesson(tuple(order), [number - 1 for number in numbers])
