"""A scripted learner answers every question and exercise of the course, rightly and wrongly."""

from __future__ import annotations

import asyncio

import pytest

from studytui.cli.reviewing.explaining import explained
from studytui.cli.reviewing.posing import order_of
from studytui.course.library import Library
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Choice, Curve, Fill, Multi, Order
from studytui.folders import bundled_lessons
from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner
from studytui.study.grading.by_running import judge
from studytui.study.grading.evidence import evidence
from studytui.study.grading.plain import grade_plain
from studytui.study.grading.program import RunQuestion, answer_program, reference_program
from studytui.study.grading.unreadable import unreadable
from studytui.study.grading.verdict import Verdict
from studytui.study.schedule.deck import CardSource, deck
from tests.study.scripted import right, wrong

AT_ONCE = 3
SEED = 6
SOURCES = tuple(deck(Library.open(bundled_lessons()).lessons).values())
RUN = [source for source in SOURCES if isinstance(source.question, Bug | Fill | Order | Exercise)]
PLAIN = [source for source in SOURCES if source not in RUN]


def test_what_needs_no_run_is_graded_right_and_explained() -> None:
    assert len(PLAIN) > 400
    for source in PLAIN:
        question = source.question
        assert unreadable(question, right(question)) == "", source.card
        assert grade_plain(question, right(question)).right, source.card
    assert [source.card for source in PLAIN if not _is_explained(source, _wrongly(source))] == []


def _wrongly(source: CardSource) -> Verdict:
    return grade_plain(source.question, wrong(source.question))


@pytest.mark.asyncio
async def test_code_is_graded_right_by_running_and_explained() -> None:
    assert len(RUN) > 100
    runner = Runner(RunnerOptions(device="cpu", spares=AT_ONCE))
    gate = asyncio.Semaphore(AT_ONCE)

    async def graded(source: CardSource) -> tuple[CardSource, Verdict, Verdict]:
        async with gate:
            return (source, *await _both(runner, source.question))

    try:
        found = await asyncio.gather(*map(graded, RUN))
    finally:
        await runner.close()
    assert [(source.card, good.message) for source, good, _ in found if not good.right] == []
    assert [source.card for source, _, bad in found if not _is_explained(source, bad)] == []


async def _both(runner: Runner, question: RunQuestion) -> tuple[Verdict, Verdict]:
    """The verdicts on the right and on the wrong answer, against one run of the reference."""
    programs = (reference_program(question), *(answer_program(question, a(question)) for a in (right, wrong)))
    wanted, good, bad = [await evidence(runner, program, SEED) for program in programs]
    answer = programs[0].code
    checks = programs[0].checks
    return judge(checks, good, wanted, answer), judge(checks, bad, wanted, answer)


def _is_explained(source: CardSource, verdict: Verdict) -> bool:
    """Whether a wrong answer is graded wrong, with a message, the right answer, and a reason."""
    question = source.question
    assert not verdict.right, source.card
    assert verdict.message, source.card
    text = explained(question, verdict, order_of(question, source.card))
    assert "right answer" in text or "right order" in text, (source.card, text)
    reasons = [getattr(question, "why", ""), *verdict.details]
    if isinstance(question, Choice | Multi | Curve):
        reasons += [option.why for option in question.options]
    return any(reasons)
