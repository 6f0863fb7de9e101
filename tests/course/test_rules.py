"""What a lesson must keep to beyond types, told without running anything."""

import pytest

EXPLAIN = "  - {kind: explain, id: e, text: x}\n"


def quiz(*questions: str) -> str:
    return "  - kind: quiz\n    id: q\n    questions:\n" + "".join(f"      - {{{q}}}\n" for q in questions)


def choice(first: bool, second: bool, name: str = "c") -> str:
    options = f"[{{text: a, right: {str(first).lower()}}}, {{text: b, right: {str(second).lower()}}}]"
    return f"kind: choice, id: {name}, prompt: P, options: {options}"


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (EXPLAIN + EXPLAIN, "8:25: step id `e` a second time, expected one of its own"),
        (quiz(choice(True, False), choice(True, False)), "11:28: question id `c` a second time"),
        (quiz(choice(False, False)), "expected exactly one option with `right: true`, found 0"),
        (quiz(choice(True, True)), "expected exactly one option with `right: true`, found 2"),
        (
            quiz(choice(False, False).replace("choice", "multi")),
            "expected an option with `right: true`, found none",
        ),
        (
            quiz("kind: fill, id: f, prompt: P, code: x = ___ + ___, answers: ['1'], grade: [{expr: x}]"),
            "expected one answer for each `___` in code: 2, found 1",
        ),
        (
            "  - {kind: derivative, id: d, f: x, range: [3, 1]}\n",
            "expected a range from low to high, found 3 to 1",
        ),
        ("  - {kind: derivative, id: d, f: x, range: [0, .inf]}\n", "expected a range from low to high"),
        ("  - {kind: derivative, id: d, f: x +, range: [0, 1]}\n", "7:34: this expression does not compile"),
        (
            "  - {kind: contour, id: d, f: x, x_range: [0, 1], y_range: [0, 1], start: [2, 0]}\n",
            "starts outside the picture: x = 2, expected 0 to 1",
        ),
        ("  - {kind: snippet, id: s, code: x, timeout: 0}\n", "expected seconds above 0, found 0"),
        ("  - {kind: snippet, id: s, code: x, threads: 0}\n", "expected 1 to 64 threads, found 0"),
        (
            "  - {kind: snippet, id: s, code: x, device: tpu}\n",
            "expected auto, cpu, cuda or cuda:N, found `tpu`",
        ),
        ("  - {kind: snippet, id: s, code: 'x ='}\n", "7:34: this code does not compile: invalid syntax"),
        (
            "  - kind: snippet\n    id: s\n    code: |\n      x = 1\n      y = = 2\n",
            "11:11: this code does not compile in its line 2: invalid syntax",
        ),
        (
            "  - {kind: snippet, id: s, code: x, expect: {values: {'x +': '1'}}}\n",
            "this expression does not compile",
        ),
        (
            "  - {kind: snippet, id: s, code: x, predict: {prompt: P, answer: '1', options: ['2', '3']}}\n",
            "the answer is not among `options`",
        ),
        (
            "  - {kind: exercise, id: s, prompt: P, starter: x, solution: x, grade: [{expr: x, atol: -1}]}\n",
            "expected a tolerance of 0 or more, found -1",
        ),
        ("  - {kind: snippet, id: s, code: \"x = '\\0'\"}\n", "7:34: this code does not compile"),
        (f'  - {{kind: snippet, id: s, code: "{"(" * 5000}"}}\n', "7:34: this code does not compile"),
    ],
    ids=lambda value: value[:40],
)
def test_what_is_refused(about_steps, steps, line):
    assert line in about_steps(steps)


@pytest.mark.parametrize(
    "steps",
    [
        "  - {kind: snippet, id: s, code: 'x =', expect: {raises: SyntaxError}}\n",
        "  - {kind: wrong, id: s, claim: C, code: 'x =', truth: T}\n",
        quiz("kind: bug, id: b, prompt: P, code: 'x =', solution: x = 1, grade: [{expr: x}]"),
        quiz("kind: fill, id: f, prompt: P, code: 'x ___ 1', answers: ['='], grade: [{expr: x}]"),
    ],
)
def test_what_may_be_broken_on_purpose(about_steps, steps):
    assert about_steps(steps) == ""


def test_all_problems_are_told_at_once_in_the_order_of_the_file(about_steps):
    lines = about_steps(quiz(choice(True, True)) + EXPLAIN + EXPLAIN).splitlines()
    assert [line.split(":")[1] for line in lines] == ["10", "12"]


def test_the_id_is_the_name_of_the_file(complaint):
    text = "id: b\ntitle: T\npart: P\nminutes: 9\nobjectives: [x]\nsteps: [{kind: explain, id: e, text: x}]"
    assert complaint(text) == "a.yaml:1:5: the id is not the file's name: expected `a`, found `b`"
