"""Lessons as text, and what the loader says about them."""

from pathlib import Path

import pytest

from studytui.course.loading import read_lesson
from studytui.errors import LessonError

SAMPLES = Path(__file__).parent / "data" / "samples"

HEAD = """\
id: a
title: A lesson
part: Part
minutes: 9
objectives: [know it]
steps:
"""


@pytest.fixture(scope="session")
def sample_file():
    """A lesson with every kind of step and question, all of them right."""
    return SAMPLES / "every-kind.yaml"


@pytest.fixture(scope="session")
def sample(sample_file):
    """Its text."""
    return sample_file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def complaint():
    """complaint(text): all the loader has to say about `a.yaml` with this text, "" when it is fine."""

    def say(text: str) -> str:
        try:
            read_lesson(text, Path("a.yaml"))
        except LessonError as error:
            return "\n".join(error.lines())
        return ""

    return say


@pytest.fixture(scope="session")
def about_steps(complaint):
    """about_steps(yaml): the same for a lesson with these steps; they begin in line 7."""
    return lambda steps: complaint(HEAD + steps)


@pytest.fixture
def folder(tmp_path):
    """folder({"part/id": "more lines"}): a course of one-page lessons."""

    def make(lessons: dict[str, str]) -> Path:
        for name, more in lessons.items():
            file = tmp_path / f"{name}.yaml"
            file.parent.mkdir(exist_ok=True)
            part, lesson_id = name.split("/")
            page = "steps: [{kind: explain, id: one, text: Read.}]\n"
            text = f"id: {lesson_id}\ntitle: T\npart: {part}\nminutes: 5\nobjectives: [x]\n{page}{more}\n"
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return make
