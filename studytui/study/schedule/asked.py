"""Parts of a lesson asked again as questions: predictions, claims people get wrong, single options.

The ids end in `.predicted`, `.claim` or `.option-N`: no id of a lesson holds a dot, so none is taken twice.
"""

from __future__ import annotations

from studytui.course.model import Predict, Snippet, Wrong
from studytui.course.questions import Choice, Multi, Option, Output, Question, TrueFalse


def prediction_id(step: str) -> str:
    """The id under which a step's prediction is asked."""
    return f"{step}.predicted"


def claim_id(step: str) -> str:
    """The id under which a step's claim is asked."""
    return f"{step}.claim"


def from_prediction(step: Snippet, predict: Predict) -> Choice | Output:
    """The prediction as a question: of its options, or what the code prints."""
    code = "\n".join(part.rstrip("\n") for part in (step.setup, step.code) if part)
    name, proof = prediction_id(step.id), f"print({predict.of})" if predict.of else ""
    if not predict.options:
        why = "The code was run: this is what it printed."
        return Output(id=name, prompt=predict.prompt, code=code, proof=proof, answer=predict.answer, why=why)
    options = tuple(Option(text=text, right=text == predict.answer) for text in predict.options)
    why = f"The code was run: it is {predict.answer}."
    return Choice(id=name, prompt=predict.prompt, code=code, options=options, proof=proof, why=why)


def from_claim(step: Wrong) -> TrueFalse:
    """The claim, to be judged. Its code is the proof; what it shows was verified with the lesson."""
    code = "\n".join(part.rstrip("\n") for part in (step.setup, step.code) if part)
    return TrueFalse(
        id=claim_id(step.id), prompt=step.claim, answer=False, check="False", proof=code, why=step.truth
    )


def from_options(question: Question) -> tuple[TrueFalse, ...]:
    """The options of a question with several right ones as claims of their own, each with its check."""
    if not isinstance(question, Multi):
        return ()
    return tuple(
        TrueFalse(
            id=f"{question.id}.option-{number}",
            prompt=f"{question.prompt.rstrip()}\n\nClaim: {option.text}",
            code=question.code,
            answer=option.right,
            check=option.check,
            why=option.why or question.why or f"Run it: `{option.check.strip()}` is {option.right}.",
            proof=question.proof,
        )
        for number, option in enumerate(question.options, 1)
        if option.check
    )
