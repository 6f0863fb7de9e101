"""No text, however broken, makes an exception or a ragged answer."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from studytui.course.formula import display, inline, problems

PARTS = r"""
\frac \over \sqrt[ \left( \left\{ \right. \right) \begin{cases} \end{cases} \begin{aligned} \end{aligned}
\hat \mathbf \text{ \underbrace \sum \int \lim \not \substack \middle| \tag{ \operatorname \xrightarrow
{ } { } ^ _ ' & \\ ( ) [ ] a b 1 2 + - = , \alpha \foo ~ \, é 損 \ $ % | / .
"""
PIECES = [*PARTS.split(), " ", "\n"]
SOURCES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(SOURCES)
@example("\\\n0")
@example("{" * 5000)
@example("^" * 300)
@example(r"\hat" * 300)
@example(r"\frac" * 200)
@example("x^" * 200)
@example(r"a \over " * 100)
@example(r"\frac{1}{1+" * 19 + "x" + "}" * 19)
def test_it_is_shown(tex: str) -> None:
    for ascii in (False, True):
        assert "\n" not in inline(tex, ascii=ascii)
        lines = display(tex, ascii=ascii)
        assert lines
        assert not any("\n" in line for line in lines)
    assert all(isinstance(words, str) and words for words in problems(tex))


@given(st.text(alphabet="abxyz019+-*/=<>()", max_size=30))
def test_plain_arithmetic_keeps_every_character(tex: str) -> None:
    shown = inline(tex).replace(" ", "")
    assert shown == tex.replace(" ", "").replace("-", "−").replace("*", "∗")
