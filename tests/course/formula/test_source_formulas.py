"""Every formula of the source documents that the lessons grew from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from studytui.course.formula import display, inline, problems

FORMULAS = json.loads(Path(__file__).with_name("formulas.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("tex", FORMULAS)
def test_it_is_understood_to_the_last_command(tex: str) -> None:
    assert problems(tex) == ()
    for text in (inline(tex), inline(tex, ascii=True), *display(tex)):
        assert "\\" not in text
        assert "\n" not in text


@pytest.mark.parametrize("tex", FORMULAS)
def test_ascii_means_ascii(tex: str) -> None:
    assert inline(tex, ascii=True).isascii()
    assert all(line.isascii() for line in display(tex, ascii=True))


@pytest.mark.parametrize("tex", FORMULAS)
def test_brackets_stay_balanced(tex: str) -> None:
    text = inline(tex)
    assert text.count("(") == text.count(")")
    assert cell_len(text) <= 400
