"""A contour step is a program to see and change."""

from __future__ import annotations

import ast

from studytui.course.contour_program import contour_program
from studytui.course.model import Contour


def test_it_is_python_with_one_track_per_optimizer() -> None:
    step = Contour(
        id="bowl",
        f="(x - 1)**2 + 10 * y**2",
        x_range=(-3, 3),
        y_range=(-2, 2),
        start=(-2, 1.5),
        optimizers=("SGD(lr=0.05)", "LBFGS()", "Adam"),
        steps=20,
    )
    code = contour_program(step)
    ast.parse(code)
    assert "torch.optim.SGD([p], lr=0.05)" in code
    assert "torch.optim.LBFGS([p])" in code
    assert "torch.optim.Adam([p])" in code
    assert "[-2.0, 1.5]" in code
    assert "range(20)" in code
