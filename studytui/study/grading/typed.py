"""Grade answers that are typed: output, shape, value."""

from __future__ import annotations

import re
from fractions import Fraction

from studytui.course.questions import Output, ShapeQuestion, Value
from studytui.study.grading.answers import Typed
from studytui.study.grading.arrangement import shape_difference
from studytui.study.grading.numbers import close, show
from studytui.study.grading.prose import same_text
from studytui.study.grading.verdict import Verdict

SHAPE = re.compile(r"(?:torch\.size|size|shape)?[\s=:(\[]*([\d\s,x×]*)[\s)\],]*", re.IGNORECASE)
NO_DIMENSIONS = ("scalar", "()", "[]", "torch.size([])", "0-d", "0d")


def grade_output(question: Output, answer: Typed) -> Verdict:
    """Right when it says what the code prints: spacing aside, numbers as numbers, or one of `accept`."""
    good = any(same_text(text, answer.text, 1e-3, 1e-6, long_exact=True) for text in _accepted(question))
    if good:
        return Verdict(True, "Right.", (), question.answer)
    return Verdict(False, "It prints something else.", _line_difference(question, answer), question.answer)


def grade_shape(question: ShapeQuestion, answer: Typed) -> Verdict:
    """Right when the sizes are the same, however they are written."""
    text, given = str(list(question.answer)), read_shape(answer.text)
    if given is None:
        return Verdict(False, shape_problem(answer.text), (), text)
    if given == question.answer:
        return Verdict(True, f"Right: {text}.", (), text)
    details = () if len(given) == len(question.answer) else (_dimensions(question.answer),)
    return Verdict(False, str(shape_difference(question.answer, given)), details, text)


def grade_value(question: Value, answer: Typed) -> Verdict:
    """Right when |given - answer| <= atol + rtol * |answer|."""
    text = f"{show(question.answer)} {question.unit}".strip()
    given = read_value(answer.text, question.unit)
    if given is None:
        return Verdict(False, value_problem(answer.text), (), text)
    if close(question.answer, given, question.rtol, question.atol):
        return Verdict(True, f"Right: {text}.", (), text)
    margin = question.atol + question.rtol * abs(question.answer)
    allowed = f"allowed: {question.answer - margin:.6g} to {question.answer + margin:.6g}"
    return Verdict(False, f"{show(given, question.answer)} is not it.", (allowed,), text)


def read_shape(text: str) -> tuple[int, ...] | None:
    """`[2, 3]`, `(2, 3)`, `torch.Size([2, 3])`, `2 3`, `2x3`; `[]` or `scalar` for a single number.

    None when the text is no shape.
    """
    bare = "".join(text.split()).lower()
    if bare in NO_DIMENSIONS:
        return ()
    match = SHAPE.fullmatch(text.strip())
    sizes = re.findall(r"\d+", match.group(1)) if match else []
    return tuple(int(size) for size in sizes) or None


def read_value(text: str, unit: str = "") -> float | None:
    """A number: `0.5`, `1e-3`, `1/3`, `50%`, `1 000`, `1_000`, with or without the unit. None: no number."""
    bare = text.strip().removesuffix(unit).replace(" ", "").replace("−", "-").replace("_", "")
    percent = bare.endswith("%")
    try:
        value = float(Fraction(bare.removesuffix("%"))) if "/" in bare else float(bare.removesuffix("%"))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return value / 100 if percent else value


def shape_problem(text: str) -> str:
    """What to tell a learner whose text is no shape."""
    return f"{text.strip() or 'Nothing'} is no shape: write it like [2, 3], or [] for a single number."


def value_problem(text: str) -> str:
    """What to tell a learner whose text is no number."""
    return f"{text.strip() or 'Nothing'} is no number: write it like 0.25, 1e-3 or 1/4."


def _accepted(question: Output) -> tuple[str, ...]:
    return (question.answer, *question.accept)


def _dimensions(shape: tuple[int, ...]) -> str:
    return f"It has {len(shape)} dimension{'' if len(shape) == 1 else 's'}."


def _line_difference(question: Output, answer: Typed) -> tuple[str, ...]:
    wanted, got = question.answer.strip().splitlines(), answer.text.strip().splitlines()
    for row, (left, right) in enumerate(zip(wanted, got, strict=False), 1):
        if not same_text(left, right, 1e-3, 1e-6, long_exact=True):
            return (f"line {row}: it prints {left.strip()}", f"line {row}: you said {right.strip()}")
    return (f"it prints {len(wanted)} lines, you gave {len(got)}",)
