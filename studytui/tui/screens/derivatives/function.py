"""What the learner asks for: a function in one line and a range, read from two inputs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from studytui.runner.request import DerivativeRequest, RunRequest
from studytui.study.grading.typed import read_value

ORDERS = 3
BETWEEN = re.compile(r"\s*(?:\.\.|…|,|;|\bto\b|\s)\s*")


@dataclass(frozen=True)
class Function:
    """f and where to draw it."""

    f: str
    low: float
    high: float

    def request(self) -> RunRequest:
        """The run that evaluates f and three derivatives."""
        return RunRequest(
            code="", derivative=DerivativeRequest(f=self.f, low=self.low, high=self.high, orders=ORDERS)
        )


FIRST = Function("torch.sin(x) * x**2", -4.0, 4.0)


def read_function(f: str, span: str) -> Function | str:
    """The function, or what is wrong with the two texts, in words."""
    line = f.strip()
    line = re.sub(r"^(?:f\s*\(\s*x\s*\)|y)\s*=(?!=)\s*", "", line)
    if not line:
        return "f(x) is empty: write something in x, such as x**2 or torch.sin(x)"
    ends = read_range(span)
    return ends if isinstance(ends, str) else Function(line, *ends)


def read_range(text: str) -> tuple[float, float] | str:
    """`-3 3`, `-3, 3`, `-3 .. 3`, `-3 to 3`; otherwise what is wrong, in words."""
    parts = [part for part in BETWEEN.split(text.strip(" []()")) if part]
    ends = [read_value(part) for part in parts]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return f"{text.strip() or 'nothing'} is no range: write two numbers, such as -3 3"
    low, high = ends[0], ends[1]
    if not (math.isfinite(low) and math.isfinite(high)):
        return "the range must be finite"
    if low >= high:
        return f"the range is empty: {low:g} is not below {high:g}"
    return low, high
