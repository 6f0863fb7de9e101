"""Lessons to study."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from studytui.course.model import Explain, Lesson

Make = Callable[..., Lesson]


@pytest.fixture
def make_lesson() -> Make:
    """make_lesson("gradients", steps=3, part=..., requires=...): a lesson of that many steps to read."""

    def make(name: str, steps: int = 3, part: str = "Derivatives", requires: tuple[str, ...] = ()) -> Lesson:
        return Lesson(
            id=name,
            title=name.capitalize(),
            part=part,
            minutes=10,
            requires=requires,
            objectives=("know it",),
            steps=tuple(Explain(id=f"s{number}", text="Read this.") for number in range(1, steps + 1)),
        )

    return make
