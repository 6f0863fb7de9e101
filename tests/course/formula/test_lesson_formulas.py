"""Every formula of the lessons is drawn, in Unicode and in ASCII; and some dozens read as they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from studytui.course.formula import display, inline, problems
from studytui.course.formula.markdown import formulas
from studytui.course.library import Library
from studytui.folders import bundled_lessons

PROSE = ("text", "claim", "truth", "prompt", "why", "hints", "try")

READS = {
    r"1/\sqrt{n}": "1/√n | 1/sqrt(n)",
    r"1 - 2 \eta": "1 − 2η | 1 - 2 eta",
    r"\log(1 - p)": "log(1 − p) | log(1 - p)",
    r"5 \cdot 10^8": "5 · 10⁸ | 5 * 10^8",
    r"2 \sigma_1^2": "2σ₁² | 2 sigma_1^2",
    r"w - 2 \eta w": "w − 2ηw | w - 2 eta w",
    r"1 / (1 + e^{-x})": "1/(1 + e⁻ˣ) | 1/(1 + e^(-x))",
    r"x - \frac{x^3}{6}": "x − x³/6 | x - x^3/6",
    r"w = g \cdot v / |v|": "w = g · v/|v| | w = g * v/|v|",
    r"c = \sqrt{a^2 + b^2}": "c = √(a² + b²) | c = sqrt(a^2 + b^2)",
    r"\lVert B p \rVert = 3": "‖Bp‖ = 3 | ||Bp|| = 3",
    r"z = x_1^2 + x_2^2 + x_3^2": "z = x₁² + x₂² + x₃² | z = x_1^2 + x_2^2 + x_3^2",
    r"z = \frac{1}{2}(2x+1)^2": "z = (1/2)(2x + 1)² | z = (1/2)(2x + 1)^2",
    r"-\log p_{\mathrm{truth}}": "−log pₜᵣᵤₜₕ | -log p_(truth)",
    r"\frac{1}{2} n \sigma^2 = 1": "(1/2)nσ² = 1 | (1/2)n sigma^2 = 1",
    r"-\log \frac{1}{2} = \log 2": "−log(1/2) = log 2 | -log(1/2) = log 2",
    r"y_i = x_0^2 + \dots + x_i^2": "yᵢ = x₀² + … + xᵢ² | y_i = x_0^2 + ... + x_i^2",
    r"\frac{-4 - (-8)}{1 - 0} = 4": "(−4 − (−8))/(1 − 0) = 4 | (-4 - (-8))/(1 - 0) = 4",
    r"\frac{d}{dx}(x \cdot 2) = 2": "(d/dx)(x · 2) = 2 | (d/dx)(x * 2) = 2",
    r"f(x) = h \cdot e^{-(x - m)^2}": "f(x) = h · e^(−(x−m)²) | f(x) = h * e^(-(x-m)^2)",
    r"f(x) = a + x (b + x (c + x d))": "f(x) = a + x(b + x(c + xd)) | f(x) = a + x(b + x(c + xd))",
    r"m = \frac{1}{3} \sum_i (x_i + 2)^2": "m = (1/3) ∑ᵢ (xᵢ + 2)² | m = (1/3) sum_i (x_i + 2)^2",
    r"p = \sigma(z) = \frac{1}{1 + e^{-z}}": "p = σ(z) = 1/(1 + e⁻ᶻ) | p = sigma(z) = 1/(1 + e^(-z))",
    r"\max(z, 0) - z y + \log(1 + e^{-|z|})": (
        "max(z, 0) − zy + log(1 + e^(−|z|)) | max(z, 0) - zy + log(1 + e^(-|z|))"
    ),
    r"Q_{out} = n \cdot \sigma^2 \cdot Q_{in}": "Qₒᵤₜ = n · σ² · Qᵢₙ | Q_(out) = n * sigma^2 * Q_(in)",
    r"\text{out}[k] = \text{src}[\text{idx}[k]]": "out[k] = src[idx[k]] | out[k] = src[idx[k]]",
    r"2 \cdot 3 \cdot 1 + 2 \cdot (-1) \cdot 2 = 2": (
        "2 · 3 · 1 + 2 · (−1) · 2 = 2 | 2 * 3 * 1 + 2 * (-1) * 2 = 2"
    ),
    r"\mathrm{softmax}\left(\frac{Q K^T}{\sqrt{E}}\right) V": (
        "softmax(QKᵀ/√E)V | softmax(QK^T/sqrt(E))V"
    ),
    r"(x W_1^T + b_1) W_2^T + b_2 = x (W_2 W_1)^T + (b_1 W_2^T + b_2)": (
        "(xW₁ᵀ + b₁)W₂ᵀ + b₂ = x(W₂W₁)ᵀ + (b₁W₂ᵀ + b₂)"
        " | (xW_1^T + b_1)W_2^T + b_2 = x(W_2 W_1)^T + (b_1 W_2^T + b_2)"
    ),
    r"\text{out} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1": (
        "out = ⌊(n + 2p − k)/s⌋ + 1 | out = floor((n + 2p - k)/s) + 1"
    ),
}  # fmt: skip


def prose(value: object, named: bool = False) -> Iterator[str]:
    """The Markdown of a lesson's steps."""
    if isinstance(value, str):
        if named:
            yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from prose(part, name in PROSE)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from prose(part, named)


def of_the_lessons() -> dict[str, str]:
    """Formula -> the first lesson that has it."""
    found: dict[str, str] = {}
    for lesson in Library.open(bundled_lessons()).lessons:
        for text in prose(msgspec.to_builtins(lesson.steps)):
            for formula in formulas(text):
                found.setdefault(formula.tex, lesson.id)
    return found


def test_every_formula_of_the_lessons_is_drawn_whole() -> None:
    found = of_the_lessons()
    assert len(found) > 200
    for tex, lesson in found.items():
        assert problems(tex) == (), (lesson, tex)
        for text in (inline(tex), inline(tex, ascii=True), *display(tex), *display(tex, ascii=True)):
            assert not re.search(r"\\[A-Za-z]", text), (lesson, tex)  # tall brackets of ASCII have bare ones
        assert all(line.isascii() for line in (inline(tex, ascii=True), *display(tex, ascii=True)))
        assert all(len(line) <= 76 for line in display(tex)), (lesson, tex)


@pytest.mark.parametrize("tex", READS)
def test_it_reads_as_it_is_meant(tex: str) -> None:
    assert f"{inline(tex)} | {inline(tex, ascii=True)}" == READS[tex]
