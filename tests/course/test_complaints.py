"""A lesson that does not fit the model is refused in words: what, where, expected, found."""

import pytest

EXPLAIN = "  - kind: explain\n    id: e\n"
SNIPPET = "  - kind: snippet\n    id: s\n    code: x = 1\n"
CHOICE = "  - kind: quiz\n    id: q\n    questions:\n      - kind: choice\n        id: c\n        prompt: P\n"


def test_a_lesson_that_fits_is_loaded(about_steps):
    assert about_steps(EXPLAIN + "    text: hello\n") == ""


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (
            "  - kind: explane\n    id: e\n",
            "7:11: unknown kind, expected one of explain, snippet, derivative, ",
        ),
        ("  - kind: explane\n    id: e\n", "did you mean `explain`?"),
        ("  - id: e\n", "7:5: `kind` is missing, expected one of explain, snippet, "),
        (EXPLAIN, "7:5: `text` is missing in kind `explain`, found `kind`, `id`"),
        (EXPLAIN + "    txt: x\n", "9:5: unknown key `txt` in kind `explain`, did you mean `text`?"),
        (
            EXPLAIN + "    xyzzy: x\n",
            "9:5: unknown key `xyzzy` in kind `explain`, expected one of kind, id, ",
        ),
        (EXPLAIN + "    text: 3\n", "9:11: `text`: expected text (put it in quotes), found the number 3"),
        (EXPLAIN + "    text: true\n", "expected text (put it in quotes), found the truth value true"),
        (
            EXPLAIN + "    text: ''\n",
            "9:11: `text`: expected text of at least 1 characters, found an empty text",
        ),
        (EXPLAIN.replace("id: e", "id: Not This"), "expected text of lower-case letters and digits"),
        (SNIPPET + "    try: x\n", "10:10: `try`: expected a list, found the text `x`"),
        (
            SNIPPET + "    expect: 3\n",
            "10:13: `expect`: expected a mapping (`key: value` lines) or nothing, ",
        ),
        (SNIPPET + "    expect: {values: {x: 3}}\n", "10:26: `x`: expected text (put it in quotes), found "),
        (SNIPPET + "    timeout: no\n", "10:14: `timeout`: expected a number, found the text `no`"),
        (
            SNIPPET + "    expect:\n      series:\n      - nam: loss\n",
            "12:9: unknown key `nam`, did you mean `name`?",
        ),
        ("  []\n", "7:3: `steps`: expected a list of at least 1 entries, found an empty list"),
        ("  - 3\n", "7:5: expected a mapping (`key: value` lines), found the number 3"),
        ("  - kind: [1]\n    id: e\n", "7:11: `kind`: expected text, found a list of 1"),
        (
            "  - kind: derivative\n    id: d\n    f: x\n    range: [1]\n",
            "expected a list of exactly 2 entries",
        ),
        (
            "  - kind: derivative\n    id: d\n    f: x\n    range: [1, 2]\n    orders: 9\n",
            "11:13: `orders`: expected a whole number of at most 3, found the number 9",
        ),
        (CHOICE, "10:9: `options` is missing in kind `choice`"),
        (CHOICE + "        options: [{text: a, rigth: true}, {text: b}]\n", "did you mean `right`?"),
        (
            CHOICE.replace("choice", "choise"),
            "10:15: unknown kind, expected one of choice, multi, truefalse, ",
        ),
    ],
)
def test_where_and_what(about_steps, steps, line):
    assert line in about_steps(steps)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- 1", "a.yaml:1:1: expected a mapping (`key: value` lines), found a list of 1"),
        ("id: 3", "a.yaml:1:5: `id`: expected text (put it in quotes), found the number 3"),
        ("id: a\ntitel: T", "a.yaml:2:1: unknown key `titel`, did you mean `title`?"),
        ("id: a\ntitle: T", "a.yaml:1:1: `part` is missing, found `id`, `title`"),
    ],
)
def test_the_lesson_itself(complaint, text, line):
    assert complaint(text) == line


def test_the_file_is_named_first(complaint):
    assert complaint("").startswith("a.yaml:1:1: ")
