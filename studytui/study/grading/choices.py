"""Grade answers that are picked: choice, multi, truefalse, curve."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.course.questions import Choice, Curve, CurveOption, Multi, Option, TrueFalse
from studytui.study.grading.answers import Picked, Said
from studytui.study.grading.verdict import Verdict

YES_NO = {True: "True", False: "False"}


def grade_choice(question: Choice | Curve, answer: Picked) -> Verdict:
    """Right when exactly the right option is picked."""
    right = _right(question.options)
    text = " / ".join(_name(question.options[i], i) for i in sorted(right))
    if answer.options and answer.options <= right:
        return Verdict(True, "Right.", _whys(question.options, answer.options), text)
    return Verdict(False, "Not this one.", _whys(question.options, answer.options - right), text)


def grade_multi(question: Multi, answer: Picked) -> Verdict:
    """Right when all right options are picked and no other; else how many are missing or too many."""
    right = _right(question.options)
    text = "; ".join(question.options[i].text for i in sorted(right)) or "none of them"
    missed, extra = right - answer.options, answer.options - right
    if not missed and not extra:
        return Verdict(True, "Right: all of them.", _whys(question.options, answer.options), text)
    parts = [f"{len(right) - len(missed)} of {len(right)} found"]
    if extra:
        parts.append(f"{len(extra)} picked that {'does' if len(extra) == 1 else 'do'} not hold")
    return Verdict(False, ", ".join(parts) + ".", _whys(question.options, extra), text)


def grade_truefalse(question: TrueFalse, answer: Said) -> Verdict:
    """Right when the claim was judged as it is."""
    text = YES_NO[question.answer]
    if answer.holds == question.answer:
        return Verdict(True, f"Right: {text}.", (), text)
    return Verdict(False, f"No: the claim is {text.lower()}.", (), text)


def _right(options: Sequence[Option | CurveOption]) -> frozenset[int]:
    return frozenset(i for i, option in enumerate(options) if option.right)


def _name(option: Option | CurveOption, index: int) -> str:
    return option.text if isinstance(option, Option) else f"picture {index + 1}"


def _whys(options: Sequence[Option | CurveOption], picked: frozenset[int]) -> tuple[str, ...]:
    return tuple(options[i].why for i in sorted(picked) if options[i].why)
