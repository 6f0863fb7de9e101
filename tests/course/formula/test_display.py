"""A formula in two dimensions."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from studytui.course.formula import display

PICTURES = {
    r"\frac{dy}{dx} = 2x": """
 dy
──── = 2x
 dx
""",
    r"W = \begin{bmatrix} w_{11} & w_{12} \\ w_{21} & w_{22} \end{bmatrix}": """
W = ⎡ w₁₁  w₁₂ ⎤
    ⎣ w₂₁  w₂₂ ⎦
""",
    r"\sum_{i=1}^{n} \frac{1}{i}": """
 n  1
 ∑ ───
i=1 i
""",
    r"\sqrt{\frac{a}{b}}": """
 ┌───
 │ a
 │───
╲│ b
""",
    r"f(x) = \begin{cases} x & x > 0 \\ 0 & x = 0 \\ -x & x < 0 \end{cases}": """
       ⎧ x   x > 0
f(x) = ⎨ 0   x = 0
       ⎩ −x  x < 0
""",
    r"\underbrace{a+b+c}_{n}": """
a + b + c
╰───┬───╯
    n
""",
    r"\left(\frac{a}{b}\right)^2": """
     2
⎛ a ⎞
⎜───⎟
⎝ b ⎠
""",
    r"e^{-\frac{x}{2}}": """
    x
 − ───
    2
e
""",
}


@pytest.mark.parametrize(("tex", "picture"), PICTURES.items())
def test_it_looks(tex: str, picture: str) -> None:
    assert "\n".join(display(tex)) == picture.strip("\n")


def test_what_fits_in_a_line_stays_in_a_line() -> None:
    assert display(r"x \in \mathbb{R}") == ("x ∈ ℝ",)


def test_aligned_equations_align_at_their_sign() -> None:
    lines = display(r"\begin{aligned} y &= f(x) \\ long &= g(x) \end{aligned}")
    assert len({line.index("=") for line in lines}) == 1


def test_wide_characters_keep_columns_straight() -> None:
    top, bar, bottom = display(r"\frac{\text{損失}}{n}")
    assert bar == "─" * 6
    assert cell_len(top) <= 6
    assert bottom.strip() == "n"
