"""What is found by reading alone."""

from studytui.course.formula.markdown import formulas
from studytui.course.model import Exercise, Explain, Snippet
from studytui.course.questions import TensorCheck
from studytui.study.verify.hints import telling_hints
from studytui.study.verify.reading import LONGEST, verify_reading

AT = ("steps", 0)


def complaints(part):
    return list(verify_reading(AT, part))


def test_a_formula_that_cannot_be_drawn_is_found_with_its_line():
    (found,) = complaints(Explain(id="e", text=r"One." "\n\n" r"Two $\nosuchthing x$, and $x^2$."))
    assert found.path == (*AT, "text")
    assert found.line == 3
    assert "nosuchthing" in found.words


def test_code_and_money_are_no_formulas():
    assert complaints(Explain(id="e", text="It costs $5 and $6; `$\\nosuch$` is code.")) == []


def test_every_way_to_write_a_formula_is_seen():
    text = "$a$ and \\(b\\)\n\n$$c$$\n\n\\[d\\]\n\n```math\ne\n```\n\n- $f$\n"
    assert [formula.tex for formula in formulas(text)] == ["a", "b", "c", "d", "e", "f"]
    assert [formula.line for formula in formulas(text)] == [1, 1, 3, 5, 7, 11]


def test_lines_of_code_fit_the_screen():
    (found,) = complaints(Snippet(id="s", code="x = 1\ny = '" + "é" * 80 + "'\n"))
    assert (found.path, found.line) == ((*AT, "code"), 2)
    assert found.words == "a line of 86 cells, expected at most 76"


def test_what_is_not_shown_may_be_wide():
    assert complaints(Snippet(id="s", code="x", setup="x = '" + "a" * 100 + "'")) == []


def test_a_text_is_no_wall():
    (found,) = complaints(Explain(id="e", text="word " * (LONGEST + 1)))
    assert found.words == f"{LONGEST + 1} words at a stretch, expected at most {LONGEST}"


def test_texts_within_lists_are_read_too():
    step = Exercise(
        id="e",
        prompt="P",
        starter="x",
        solution="y",
        grade=(TensorCheck("x"),),
        hints=("Fine.", r"Not $\nosuchthing$."),
    )
    assert [found.path for found in complaints(step)] == [(*AT, "hints", 1)]


def test_a_hint_keeps_the_line_to_find_to_itself():
    given, solution = "x = 1\ny = ...\n", "x = 1\ny = x.square()\n"
    hints = ("`x = 1` is there already", "try `y = x.square()`", "look at `square`")
    assert [found.path for found in telling_hints(AT, hints, given, solution)] == [(*AT, "hints", 1)]
