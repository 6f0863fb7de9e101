"""Verify snippets and refutations: they run as they expect, on the screen's own terms."""

from __future__ import annotations

from studytui.course.model import Snippet, Wrong
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.runner.outcome import Outcome, collect
from studytui.runner.request import Limits, RunRequest
from studytui.runner.runner import Runner
from studytui.study.grading.prose import same_text
from studytui.study.verify.endings import shortened
from studytui.study.verify.expectations import same_output, unmet

QUOTES = "'\""


async def verify_snippet(runner: Runner, path: Path, step: Snippet) -> list[Complaint]:
    """It runs as expected, and the right prediction is what comes."""
    expressions = list(step.expect.values if step.expect else ())
    if step.predict and step.predict.of:
        expressions.append(step.predict.of)
    request = RunRequest(
        code=step.code,
        setup=step.setup,
        device=step.device,
        threads=step.threads,
        limits=Limits(timeout=step.timeout),
        exports=tuple(dict.fromkeys(expressions)),
    )
    outcome = await collect(runner, request)
    return [*unmet(step.expect, outcome, path), *_prediction(path, step, outcome)]


async def verify_wrong(runner: Runner, path: Path, step: Wrong) -> list[Complaint]:
    """The code shows that the claim is wrong: there is an expectation, and it is met."""
    exports = tuple(step.expect.values) if step.expect else ()
    outcome = await collect(runner, RunRequest(code=step.code, setup=step.setup, exports=exports))
    found = list(unmet(step.expect, outcome, path))
    if step.expect is None:
        found.append(Complaint((*path, "claim"), "nothing shows that the claim is wrong: expected `expect`"))
    return found


def _prediction(path: Path, step: Snippet, outcome: Outcome) -> list[Complaint]:
    predict = step.predict
    if predict is None:
        return []
    at = (*path, "predict", "answer")
    if not predict.of:
        if same_output(predict.answer, outcome.stdout):
            return []
        words = f"the right prediction is `{shortened(outcome.stdout)}`, the whole output"
        return [Complaint(at, f"{words}; name the expression that decides in `of`, if it is another")]
    came = said(outcome, predict.of)
    if same_text(predict.answer.strip().strip(QUOTES), came.strip(QUOTES)):
        return []
    return [
        Complaint(at, f"the right prediction is `{shortened(came)}`, found `{shortened(predict.answer)}`")
    ]


def said(outcome: Outcome, expression: str) -> str:
    """What an exported expression came to, as text."""
    item = outcome.exported.get(expression, {})
    return str(item.get("repr") or item.get("error") or "not reached")
