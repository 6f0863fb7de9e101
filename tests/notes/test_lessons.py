"""What a lesson makes of notes: pages that fit, folded comments, words for local links, open questions."""

import ast

import pytest

from studytui.course.ledger import load_ledger
from studytui.folders import bundled_lessons
from studytui.notes.checkup.known import known_claims
from studytui.notes.lesson.build import build_lessons
from studytui.notes.lesson.comments import WIDTH, folded
from studytui.notes.lesson.formulas import with_formulas
from studytui.notes.lesson.links import without_local_links
from studytui.notes.lesson.pages import ROWS, pages, rows
from studytui.notes.lesson.questions import open_questions
from studytui.notes.read import to_document


def test_long_text_is_cut_into_pages_that_fit():
    text = "\n\n".join(f"Paragraph {n} " + "word " * 30 for n in range(12)) + "\n\n" + "- item\n" * 40
    found = pages(text)
    assert len(found) > 4
    assert all(sum(map(rows, page.split("\n"))) <= ROWS for page in found)
    assert " ".join("\n\n".join(found).split()) == " ".join(text.split())


def test_a_fence_is_never_cut_at_a_blank_line():
    (page,) = pages("Before.\n\n```\none\n\n\ntwo\n```")
    assert page.endswith("```\none\n\n\ntwo\n```")


def test_long_comments_go_above_and_the_program_stays_the_same():
    code = "if True:\n    x = 1  # " + "a long remark " * 12 + "\n    y = '# not one'  # short\n"
    found = folded(code)
    assert max(map(len, found.split("\n"))) <= WIDTH
    assert ast.dump(ast.parse(found)) == ast.dump(ast.parse(code))
    assert found.count("a long remark") == 12
    assert "    y = '# not one'  # short" in found


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[Here](#^Generator) and `[a](b)`", "Here (#^Generator) and `[a](b)`"),
        ("[web](https://example.org)", "[web](https://example.org)"),
        ("![a cat](cat.png)", "picture: a cat (cat.png)"),
    ],
)
def test_local_links_become_words(written, shown):
    assert without_local_links(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("$ x = 1.0 $ costs $5 and $6", "$x = 1.0$ costs $5 and $6"),
        ("$\n\\sum_i x_i\n$", "\n$$\n\\sum_i x_i\n$$\n"),
        ("`$ x $` stays", "`$ x $` stays"),
        ("$\\nosuchcommand{x}$", "`\\nosuchcommand{x}`"),
    ],
)
def test_formulas_of_notes(written, shown):
    assert with_formulas(written) == shown


def test_open_questions_are_found_and_answered_ones_are_not():
    text = (
        "- X.ndim, X.dim(): difference?\n"
        "the list **???**\n"
        "**Why is it so?**\n\nBecause the gradient is summed over rows.\n"
        "Is it? Yes.\n"
        "nothing to ask"
    )
    assert open_questions(text) == ["X.ndim, X.dim(): difference?", "the list **???**"]


def test_empty_headings_and_open_questions_become_steps_to_answer(samples):
    (lesson,) = build_lessons(to_document(samples["Markdown"], "a.md"), {}, set())
    titles = [step.title for step in lesson.steps]
    assert "To answer: What is a leaf?" in titles
    assert any(title.startswith("To answer: They say") for title in titles)


def test_wrong_claims_the_course_knows_are_named_with_the_lesson_that_refutes_them():
    ledger = load_ledger(bundled_lessons() / "ledger.yaml")
    notes = "# A\n\n`reshape`: return a new tensor\n\n```python\ntorch.nn.LayerNorm(4, eps=1e-0.5)\n```\n"
    found = known_claims(to_document(notes, "a.md"), ledger)
    assert [(known.line, known.id, known.lesson) for known in found] == [
        (3, "B-W05", "storage"),
        (6, "B-W50", "optimizers"),
    ]
