"""A formula in one line says what the formula says."""

from __future__ import annotations

import pytest

from studytui.course.formula import inline, problems

READS = {
    r"\frac{dy}{dx} = 2x": "dy/dx = 2x",
    r"\frac{a+b}{c-d}": "(a + b)/(c − d)",
    r"\frac{1}{2\pi}": "1/(2π)",
    r"\frac{2\pi}{3}": "2π/3",
    r"{1\over2}b(x)": "(1/2)b(x)",
    r"\frac{1}{2}x^2": "(1/2)x²",
    r"\frac{e^a}{e^b + e^c}": "eᵃ/(eᵇ + eᶜ)",
    r"\frac{\partial y}{\partial c_i}\frac{\partial c_i}{\partial b_i}": "∂y/∂cᵢ·∂cᵢ/∂bᵢ",
    r"\frac{\partial^2 f}{\partial x \partial y}": "∂²f/(∂x∂y)",
    r"\frac{d}{dx}\frac{a}{b}": "(d/dx)(a/b)",
    r"a/\frac{b}{c}": "a/(b/c)",
    r"\frac{a/b}{c}": "(a/b)/c",
    r"\log\frac{a}{b}": "log(a/b)",
    r"\left(\frac{a}{b}\right)^2": "(a/b)²",
    r"{\frac{a}{b}}^2": "(a/b)²",
    r"{ab}^2": "(ab)²",
    r"\sqrt{x}^2": "(√x)²",
    r"\sqrt{ab}": "√(ab)",
    r"\sqrt[3]{x}": "∛x",
    r"\sqrt{\frac{2}{n}}": "√(2/n)",
    r"e^{-x^2}": "e^(−x²)",
    r"e^{i\pi}": "e^(iπ)",
    r"x^{n+1}_{ij}": "xᵢⱼⁿ⁺¹",
    r"y_{pred}": "y_(pred)",
    r"x_b c": "x_b c",
    "f''(x)": "f″(x)",
    "f'_i": "f′ᵢ",
    r"x^*": "x^∗",
    r"\lim_{h \to 0} \frac{f(x+h)-f(x)}{h}": "lim_(h→0) (f(x + h) − f(x))/h",
    r"\sum_{i=1}^{n} x_i": "∑ᵢ₌₁ⁿ xᵢ",
    r"\int_0^1 x\,dx": "∫₀¹ x dx",
    r"\max_i x_i": "maxᵢ xᵢ",
    r"\max(0, x)": "max(0, x)",
    r"\sin^2 x": "sin² x",
    r"y_n\log \sigma(x_n)": "yₙ log σ(xₙ)",
    r"-x": "−x",
    r"a = -x": "a = −x",
    r"(-a, a)": "(−a, a)",
    r"a - b": "a − b",
    r"x \in \mathbb{R}^n": "x ∈ ℝⁿ",
    r"\hat{y} = \operatorname{softmax}(W\mathbf{x} + b)": "ŷ = softmax(W𝐱 + b)".replace("ŷ", "y\u0302"),
    r"\mathbf{x_i}": "𝐱ᵢ",
    r"\overline{AB}": "A\u0305B\u0305",
    r"\hat{AB}": "hat(AB)",
    r"W^\top": "Wᵀ",
    r"a \not= b": "a ≠ b",
    r"x \not\in A": "x ∉ A",
    r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}": "[1, 2; 3, 4]",
    r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}": "{1  x > 0; 0  otherwise}",
    r"\begin{aligned} a &= b \\ &= c \end{aligned}": "a = b; = c",
    r"\binom{n}{k}": "(n choose k)",
    r"\underbrace{a+b}_{n}": "(a + b)⏟ₙ",
    r"A \odot B \otimes C": "A ⊙ B ⊗ C",
    r"f: \mathbb{R} \to \mathbb{R}": "f : ℝ → ℝ",
    r"\text{if } x": "if x",
    r"50\%": "50%",
    r"\{1, 2\}": "{1, 2}",
    "α ≤ β": "α ≤ β",
}


@pytest.mark.parametrize(("tex", "text"), READS.items())
def test_it_reads(tex: str, text: str) -> None:
    assert inline(tex) == text
    assert problems(tex) == ()


ASCII = {
    r"\theta = \theta - \eta \cdot \nabla J": "theta = theta - eta * grad J",
    r"\frac{\partial y}{\partial x_i}": "dy/dx_i",
    r"\hat{y}_n": "hat(y)_n",
    r"\sqrt{x} \le 2\pi": "sqrt(x) <= 2 pi",
    r"x^{10} \to \infty": "x^10 -> inf",
    r"e^{-x}": "e^(-x)",
}


@pytest.mark.parametrize(("tex", "text"), ASCII.items())
def test_it_reads_in_ascii(tex: str, text: str) -> None:
    assert inline(tex, ascii=True) == text


PROBLEMS = {
    r"\foo{x}": "unknown command \\foo",
    r"\left( x": "\\left without \\right",
    r"\begin{heap} x \end{heap}": "unknown environment heap",
    r"\begin{cases} x": "\\begin{cases} without \\end",
    r"{x": "{ without }",
    r"x}": "} without its beginning",
    r"\frac{1}": "an argument is missing",
}


@pytest.mark.parametrize(("tex", "problem"), PROBLEMS.items())
def test_what_is_not_understood_is_named(tex: str, problem: str) -> None:
    assert problem in problems(tex)


def test_an_unknown_command_stays_visible() -> None:
    assert inline(r"a + \foo x") == r"a + \foo x"
