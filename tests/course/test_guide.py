"""The guide for authors tells the truth: its example is a lesson, and it names every kind."""

import re
from pathlib import Path

from studytui.course.loading import read_lesson
from studytui.course.schema import lesson_schema
from studytui.folders import bundled_lessons

GUIDE = (bundled_lessons() / "README.md").read_text(encoding="utf-8")


def test_its_example_is_a_lesson():
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert read_lesson(example, Path("gradients.yaml")).lesson.number == 18


def test_it_names_every_kind():
    definitions = lesson_schema()["$defs"].values()
    kinds = [kind for each in definitions for kind in each["properties"].get("kind", {}).get("enum", [])]
    assert kinds
    assert [kind for kind in kinds if f"| `{kind}` |" not in GUIDE] == []
