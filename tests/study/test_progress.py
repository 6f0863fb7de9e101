"""How far the learner is, and what comes next."""

from __future__ import annotations

from collections.abc import Callable

from studytui.course.model import Lesson
from studytui.study.next_thing import next_thing
from studytui.study.progress import lesson_progress, part_progress

Make = Callable[..., Lesson]


def all_of(lesson: Lesson) -> frozenset[str]:
    return frozenset(step.id for step in lesson.steps)


def test_steps_that_no_longer_exist_do_not_count(make_lesson: Make) -> None:
    progress = lesson_progress(make_lesson("gradients"), {"gradients": frozenset({"s1", "removed"})})
    assert (progress.done, progress.total, progress.begun, progress.complete) == (1, 3, True, False)


def test_parts_keep_the_order_of_their_first_lesson(make_lesson: Make) -> None:
    lessons = [
        make_lesson("a", part="Tensors"),
        make_lesson("b", part="Training"),
        make_lesson("c", part="Tensors"),
    ]
    parts = part_progress(lessons, {"a": frozenset({"s1", "s2"}), "c": frozenset({"s3"})})
    assert [(part.title, part.done, part.total) for part in parts] == [("Tensors", 3, 6), ("Training", 0, 3)]
    assert [lesson.lesson for lesson in parts[0].lessons] == ["a", "c"]


def test_a_newcomer_starts_the_first_lesson(make_lesson: Make) -> None:
    thing = next_thing([make_lesson("tensors"), make_lesson("gradients")], {})
    assert (thing.words, thing.lesson, thing.step) == ("Start with “Tensors”, 10 min", "tensors", "s1")


def test_an_unfinished_lesson_is_resumed_where_it_was_left(make_lesson: Make) -> None:
    lessons = [make_lesson("tensors"), make_lesson("gradients", steps=9)]
    thing = next_thing(lessons, {"gradients": frozenset({"s1"})}, ("gradients", "s3"), due=4)
    assert (thing.words, thing.step) == ("Resume “Gradients”, step 3 of 9 · 4 cards due", "s3")


def test_without_a_place_the_first_step_not_done_is_next(make_lesson: Make) -> None:
    thing = next_thing([make_lesson("tensors")], {"tensors": frozenset({"s1", "s3"})}, due=1)
    assert thing.words == "Resume “Tensors”, step 2 of 3 · 1 card due"


def test_after_a_lesson_the_one_behind_it_comes_next(make_lesson: Make) -> None:
    lessons = [make_lesson(name) for name in ("skipped", "finished", "following")]
    done = {"finished": all_of(lessons[1])}
    assert next_thing(lessons, done, ("finished", "s3")).lesson == "following"
    assert next_thing(lessons, done).lesson == "skipped"


def test_a_lesson_waits_for_what_it_requires(make_lesson: Make) -> None:
    lessons = [
        make_lesson("late", requires=("early",)),
        make_lesson("early"),
        make_lesson("free", requires=("x",)),
    ]
    assert next_thing(lessons, {}).lesson == "early"
    assert next_thing(lessons, {"early": all_of(lessons[1])}).lesson == "late"


def test_lessons_that_require_each_other_are_still_offered(make_lesson: Make) -> None:
    lessons = [make_lesson("a", requires=("b",)), make_lesson("b", requires=("a",))]
    assert next_thing(lessons, {}).lesson == "a"


def test_when_all_is_done_cards_remain(make_lesson: Make) -> None:
    lesson = make_lesson("tensors")
    thing = next_thing([lesson], {"tensors": all_of(lesson)}, ("tensors", "s3"), due=12)
    assert (thing.words, thing.lesson) == ("All lessons are done · 12 cards due", "")
    assert next_thing([], {}).words == "There are no lessons here"
