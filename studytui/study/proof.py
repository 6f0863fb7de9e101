"""The proof of an answer: the code behind it, run in a fresh process."""

from __future__ import annotations

from studytui.course.model import Exercise
from studytui.course.questions import (
    Bug,
    Choice,
    Curve,
    Fill,
    Multi,
    Order,
    Question,
    ShapeQuestion,
    TrueFalse,
    Value,
)
from studytui.errors import StudytuiError
from studytui.runner.outcome import collect
from studytui.runner.request import RunRequest
from studytui.runner.runner import Runner
from studytui.study.grading.program import reference_program

AnyQuestion = Question | Exercise
LONGEST = 40
"""Lines of output shown."""


def code(question: AnyQuestion) -> str:
    """What to run: the question's code, then what shows the truth; empty when there is nothing to run."""
    if isinstance(question, Curve):
        return ""  # its pictures were drawn by running each option
    if isinstance(question, Bug | Fill | Order | Exercise):
        program = reference_program(question)
        shown = getattr(question, "proof", "") or _checks(question)
        return "\n".join(part.rstrip() for part in (program.setup, program.code, shown) if part)
    return "\n".join(part.rstrip() for part in (question.code, question.proof or _shown(question)) if part)


def own_code(question: AnyQuestion) -> str:
    """The part of `code` that the learner has not seen with the question."""
    whole = code(question)
    if isinstance(question, Bug | Fill | Order | Exercise) or not question.code:
        return whole
    rest = whole.removeprefix(question.code.rstrip()).strip("\n")
    return f"# the code above, then\n{rest}" if rest else "# the code above"


async def run(question: AnyQuestion, runner: Runner) -> str:
    """What the proof prints, and how it ended when not well."""
    try:
        outcome = await collect(runner, RunRequest(code=code(question), name="proof.py"))
    except StudytuiError as error:
        return str(error)
    printed = outcome.stdout.rstrip()
    if outcome.failed is not None:
        printed += f"\n{outcome.failed.error}: {outcome.failed.message}"
    elif outcome.finished.message:
        printed += f"\n{outcome.finished.message}"
    lines = printed.strip("\n").splitlines() or ["(it prints nothing)"]
    more = [f"… {len(lines) - LONGEST} lines more"] if len(lines) > LONGEST else []
    return "\n".join(lines[:LONGEST] + more)


def _shown(question: AnyQuestion) -> str:
    match question:
        case ShapeQuestion():
            return f"print(tuple(({question.of}).shape))"
        case Value():
            return f"print({question.of})"
        case TrueFalse():
            return f"print({question.check})"
        case Choice() | Multi():
            checks = [option.check for option in question.options if option.check]
            return "\n".join(f"print({check!r}, '→', {check})" for check in checks)
    return ""


def _checks(question: Bug | Fill | Order | Exercise) -> str:
    return "\n".join(f"print({check.expr})" for check in question.grade)
