"""Whatever stands in a file, it loads or is refused with a position: nothing else ever happens."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.course.loading import LoadedLesson, read_lesson
from studytui.course.problems import InvalidLessonError

FILE = Path("every-kind.yaml")
REFUSAL = re.compile(r"every-kind\.yaml:[1-9]\d*:[1-9]\d*: \S.*")


def outcome(text: str) -> LoadedLesson | InvalidLessonError:
    try:
        return read_lesson(text, FILE)
    except InvalidLessonError as error:
        return error


def loads_or_is_refused(text: str) -> None:
    result = outcome(text)
    if isinstance(result, InvalidLessonError):
        last = len(text.splitlines()) + 1
        assert all(REFUSAL.fullmatch(line) for line in (*result.lines(), str(result)))
        assert all(problem.position.line <= last for problem in result.problems)


yamlish = st.lists(
    st.sampled_from(
        [*"{}[],:-?&*!|>'\"%@`#~ \t\n", "- ", ": ", "\n  ", "id", "steps", "kind", "quiz", "1e3", "___"]
    )
)


@given(st.text(st.characters()))
def test_any_text(text):
    loads_or_is_refused(text)


@given(yamlish.map("".join))
def test_any_heap_of_yaml(text):
    loads_or_is_refused(text)


@settings(max_examples=150)
@given(data=st.data())
def test_a_good_lesson_with_a_piece_replaced(sample, data):
    start = data.draw(st.integers(0, len(sample)))
    end = start + data.draw(st.integers(0, 40))
    piece = data.draw(st.one_of(st.text(max_size=12), yamlish.map("".join)))
    loads_or_is_refused(sample[:start] + piece + sample[end:])


@settings(max_examples=150)
@given(data=st.data())
def test_a_good_lesson_with_lines_moved(sample, data):
    lines = sample.splitlines(keepends=True)
    line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    indent = data.draw(st.integers(-4, 4))
    moved = " " * indent + line if indent >= 0 else line[-indent:]
    lines.insert(data.draw(st.integers(0, len(lines))), moved)
    loads_or_is_refused("".join(lines))
