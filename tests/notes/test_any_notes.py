"""Arbitrary notes: nothing crashes, no code and no word is lost on the way to a lesson."""

import ast
import json
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.course.loading import read_lesson
from studytui.notes.checkup.block import Block, Verdict
from studytui.notes.checkup.probing import Mistake
from studytui.notes.document import Code, Document, Format, Heading, Prose
from studytui.notes.lesson.build import build_lessons
from studytui.notes.lesson.write import lesson_yaml
from studytui.notes.read import to_document

CHECKED = re.compile(r"\*\*Fails as it stands\*\*.*")
WORD = re.compile(r"[A-Za-z]{2,}")
MARKS = [
    "# ",
    "## ",
    "- ",
    "> ",
    ">[!note]- ",
    ">>[!question] ",
    "```python\n",
    "```\n",
    "~~~\n",
    "$$\n",
    "$",
]
MARKS += ["[[", "]]", "---\n", "\t", "    ", "### **You:**\n", "### **ChatGPT:**\n", "???", "1. ", "|", "\\"]
lines = st.lists(
    st.one_of(st.sampled_from(MARKS), st.text("abcxyz =()\n", max_size=12), st.text(max_size=6)), max_size=25
).map("".join)
plain = st.lists(st.sampled_from(["alpha", "beta", "gamma", "= 1", "delta?", ""]), min_size=1, max_size=30)
code = st.lists(
    st.sampled_from(["x = 1", "if x:", "    y = '```'[0]", "", "\tz", "print(x > 1)"]), min_size=1
)


def lessons_of(document: Document):
    blocks = {number: checked(each, number) for number, each in enumerate(document.code, 1) if each.python}
    return build_lessons(document, blocks, set())


def checked(code: Code, number: int) -> Block:
    """As the check-up would see it, were every program that compiles a good one."""
    mistakes: tuple[Mistake, ...] = ()
    try:
        ast.parse(code.text)
    except (SyntaxError, ValueError) as error:
        mistakes = (Mistake("SyntaxError", str(error), 1),)
    verdict = Verdict.BROKEN if mistakes else Verdict.RUNS
    return Block(number, code.line, code.last, "", code.text, verdict, mistakes=mistakes)


@settings(deadline=None, max_examples=150)
@given(lines)
def test_any_text_becomes_lessons_that_can_be_read(text):
    for lesson in lessons_of(to_document(text, "any.md")):
        assert read_lesson(lesson_yaml(lesson), Path(f"{lesson.id}.yaml")).lesson == lesson


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(plain, code), max_size=4))
def test_no_block_and_no_word_of_markdown_is_lost(parts):
    text = "\n\n".join(
        "{}\n\n````python\n{}\n````".format("\n".join(words), "\n".join(body)) for words, body in parts
    )
    document = to_document(text, "a.md")
    assert [block.text for block in document.code] == [("\n".join(body)).strip("\n") for _, body in parts]
    said = " ".join(piece.text for piece in document.pieces if isinstance(piece, Prose | Heading))
    wanted = sorted(WORD.findall(" ".join(word for words, _ in parts for word in words)))
    assert sorted(WORD.findall(said)) == wanted
    shown = "\n".join(
        step.text
        for lesson in lessons_of(document)
        for step in lesson.steps
        if not step.title.startswith("To")
    )
    assert sorted(WORD.findall(CHECKED.sub("", shown))) == wanted


@settings(deadline=None, max_examples=100)
@given(code, st.integers(1, 3))
def test_code_in_callouts_keeps_every_sign(body, depth):
    marks = ">" * depth
    text = "\n".join(
        [f"{marks}[!note] A", f"{marks}```python", *(marks + line for line in body), f"{marks}```"]
    )
    document = to_document(text, "a.md")
    assert document.format is Format.OBSIDIAN
    assert document.code[0].text == textwrap.dedent("\n".join(body)).strip("\n")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["code", "markdown", "raw"]), st.text(max_size=30)), min_size=1))
def test_any_notebook_gives_all_its_code(cells):
    data = {"cells": [{"cell_type": kind, "source": source} for kind, source in cells]}
    document = to_document(json.dumps(data), "a.ipynb")
    python = [block.text for block in document.code if block.language == "python"]
    wanted = [source.strip("\n") for kind, source in cells if kind == "code"]
    assert [text for text in wanted if text in python] == wanted


@pytest.mark.parametrize("text", ['{"cells": 3}', '{"cells": [1, {"source": null}]}', "{", '{"cells": []}'])
def test_broken_notebooks_do_not_crash(text):
    to_document(text, "a.ipynb")
