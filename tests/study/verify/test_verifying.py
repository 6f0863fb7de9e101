"""A lesson is run: what is right is found right, and each kind of untruth is found, with its place."""

from pathlib import Path

import pytest

from studytui.course.loading import load_with_positions
from studytui.study.verify import verify_lesson

pytestmark = pytest.mark.asyncio(loop_scope="module")

SAMPLE = Path(__file__).parents[2] / "course" / "data" / "samples" / "every-kind.yaml"


async def test_a_lesson_with_every_kind_of_step_and_question_holds(runner):
    findings = await verify_lesson(runner, load_with_positions(SAMPLE))
    assert [str(finding) for finding in findings] == []


def question(text: str) -> str:
    """One question, its fields beginning in line 10."""
    return f"  - kind: quiz\n    id: q\n    questions:\n      - {text}\n"


STEPS = {
    "a snippet that fails": (
        "  - {kind: snippet, id: s, code: 1/0}\n",
        "a.yaml:7:34: s: the code should end well, and ended with ZeroDivisionError in line 1",
    ),
    "the line that fails": (
        "  - kind: snippet\n    id: s\n    code: |\n      x = 1\n      x / 0\n",
        "a.yaml:11:7: s: the code should end well",
    ),
    "another output": (
        "  - kind: snippet\n    id: s\n    code: print(1)\n    expect:\n      stdout: '2'\n",
        "a.yaml:11:15: s: expected `2`, and it printed `1`",
    ),
    "another value": (
        "  - {kind: snippet, id: s, code: x = 1, expect: {values: {x + 1: '3'}}}\n",
        "expected 3 for `x + 1`, and it is 2",
    ),
    "no error": (
        "  - {kind: snippet, id: s, code: x = 1, expect: {raises: NameError}}\n",
        "expected NameError, and came: it ended well",
    ),
    "too slow": (
        "  - {kind: snippet, id: s, code: 'while True: pass', timeout: 0.5}\n",
        "s: the code should end well, and ended with ",
    ),
    "a wrong prediction": (
        "  - {kind: snippet, id: s, code: x = 'a b', predict: {prompt: P, of: x, answer: a c}}\n",
        "the right prediction is `'a b'`, found `a c`",
    ),
    "a claim without refutation": (
        "  - {kind: wrong, id: w, claim: C, code: x = 1, truth: T}\n",
        "a.yaml:7:33: w: nothing shows that the claim is wrong: expected `expect`",
    ),
    "a claim that holds": (
        "  - {kind: wrong, id: w, claim: C, code: x = 1, truth: T, expect: {values: {x: '2'}}}\n",
        "expected 2 for `x`, and it is 1",
    ),
    "a function that is none": (
        "  - {kind: derivative, id: d, f: torch.nosuch(x), range: [0, 1]}\n",
        "a.yaml:7:34: d: cannot be drawn: AttributeError",
    ),
    "a function without values": (
        "  - {kind: derivative, id: d, f: torch.log(x), range: [-9, 1], orders: 1}\n",
        "derivative 0 has values on less than half of the range",
    ),
    "an optimizer that is none": (
        "  - {kind: contour, id: c, f: x**2 + y**2, x_range: [-1, 1], y_range: [-1, 1], start: [1, 1],"
        " optimizers: [Nosuch()]}\n",
        "c: cannot be drawn: AttributeError",
    ),
    "a starter that passes": (
        "  - {kind: exercise, id: e, prompt: P, starter: x = 1, solution: x = 2 - 1, grade: [{expr: x}]}\n",
        "a.yaml:7:49: e: passes as it stands: expected it to fail the checks",
    ),
    "a solution that fails": (
        "  - {kind: exercise, id: e, prompt: P, starter: x, solution: y, grade: [{expr: x}]}\n",
        "e: the lesson's own solution failed: Stopped by NameError",
    ),
    "a solution that gives something else": (
        "  - {kind: exercise, id: e, prompt: P, starter: x = 1, solution: x = 2,"
        " grade: [{expr: x, value: '3'}]}\n",
        "e: the solution gives 2 for `x`, found the value 3",
    ),
    "a hint that tells": (
        "  - {kind: exercise, id: e, prompt: P, starter: x = 0, solution: x = 100 + 200, grade: [{expr: x}],"
        " hints: [Think., Write x=100+200 there.]}\n",
        "gives a line of the solution away",
    ),
}

QUESTIONS = {
    "a wrong option that is right": (
        "{kind: choice, id: c, prompt: P, code: x = 1, options:"
        " [{text: a, right: true, check: x == 1}, {text: b, check: x > 0}]}",
        "q/c: the lesson says `right: false`, and the check gives True",
    ),
    "a right option that is wrong": (
        "{kind: multi, id: c, prompt: P, code: x = 1,"
        " options: [{text: a, right: true, check: x == 2}, {text: b, check: x == 3}]}",
        "q/c: the lesson says `right: true`, and the check gives False",
    ),
    "a check that fails": (
        "{kind: choice, id: c, prompt: P,"
        " options: [{text: a, right: true, check: nosuch}, {text: b, check: 1 > 2}]}",
        "and the check gives NameError",
    ),
    "an answer on faith": (
        "{kind: choice, id: c, prompt: P, options: [{text: a, right: true, check: 1 == 1}, {text: b}]}",
        "q/c: nothing verifies this option: expected a `check`",
    ),
    "a false truth": (
        "{kind: truefalse, id: t, prompt: P, answer: true, check: 1 > 2}",
        "q/t: the lesson says `answer: true`, and the check gives False",
    ),
    "another print": (
        "{kind: output, id: o, prompt: P, code: print(3), answer: '4'}",
        "q/o: expected `4`, and it printed `3`",
    ),
    "another shape": (
        "{kind: shape, id: s, prompt: P, code: 'import torch', of: 'torch.ones(2, 3)', answer: [3, 2]}",
        "q/s: `torch.ones(2, 3)` gives (2, 3), found the answer [3, 2]",
    ),
    "another number": (
        "{kind: value, id: v, prompt: P, code: x = 2, of: x * 1.01, answer: 2}",
        "q/v: `x * 1.01` gives 2.02, found the answer 2",
    ),
    "a bug that is none": (
        "{kind: bug, id: b, prompt: P, code: x = 1, solution: x = 2 - 1, grade: [{expr: x}]}",
        "q/b: passes as it stands",
    ),
    "a fill whose answers fail": (
        "{kind: fill, id: f, prompt: P, code: x = ___, answers: [1/0], grade: [{expr: x}]}",
        "q/f: the lesson's own solution failed: Stopped by ZeroDivisionError",
    ),
    "an order of no matter": (
        "{kind: order, id: o, prompt: P, lines: [a = 1, b = 2, c = 3], grade: [{expr: a + b + c}]}",
        "q/o: pass in the opposite order too: expected the order to matter",
    ),
    "a proof that fails": (
        "{kind: value, id: v, prompt: P, code: x = 2, of: x, answer: 2, proof: assert x == 3}",
        "q/v: the code with its proof should end well, and ended with AssertionError",
    ),
}


@pytest.mark.parametrize("case", STEPS)
async def test_a_step_that_does_not_hold(verify, case):
    steps, told = STEPS[case]
    (found,) = await verify(steps)
    assert told in str(found)


@pytest.mark.parametrize("case", QUESTIONS)
async def test_a_question_that_does_not_hold(verify, case):
    text, told = QUESTIONS[case]
    (found,) = await verify(question(text))
    assert told in str(found)
    assert found.line == 10


CURVE = """{kind: curve, id: c, prompt: P,
         code: "for v in [3.0, 2.0, 1.0]: loss = v",
         options: [{code: "for v in FIRST: loss = v", right: true}, {code: "for v in SECOND: loss = v"}]}"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("[3.0, 2.0, 1.0]", "[1.0, 2.0, 3.0]", []),
        ("[3.0, 2.0, 1.01]", "[3.0, 2.0, 1.0, 0.5]", []),
        ("[3.0, 2.0, 2.0]", "[1.0, 2.0, 3.0]", ["its picture does not look like that of the code"]),
        ("[3.0, 2.0, 1.0]", "[3.0, 2.0, 1.02]", ["its picture looks like that of the code"]),
        ("[3.0, 2.0, 1.0]", "[]", ["option 2 records no series 'loss'"]),
        ("1/0", "[1.0, 2.0]", ["the code should end well, and ended with ZeroDivisionError in line 1"]),
    ],
)
async def test_only_the_right_picture_looks_like_the_code(verify, first, second, told):
    found = await verify(question(CURVE.replace("FIRST", first).replace("SECOND", second)))
    assert len(found) == len(told)
    assert all(words in str(finding) for words, finding in zip(told, found, strict=True))
