"""The library: what is next, what there is, what is broken, and finding things."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec import structs
from textual.widgets import Tree

from studytui.course.library import Library
from studytui.folders import bundled_lessons
from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.library import LibraryScreen
from studytui.tui.screens.library.search import Index, index_of


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_it_lists_parts_lessons_and_broken_files(study, seen, size) -> None:
    app = study()
    async with app.run_test(size=size) as pilot:
        screen = await seen(pilot, "Start with “A lesson with one step of each kind”, 9 min", "▾ Derivatives")
        assert "What comes after" in screen
        assert "4 min  · new" in screen
        assert "✗ 1 broken" in screen
        assert "broken.yaml:" in screen


async def test_a_library_of_hundreds_has_all_its_rows_in_the_end(library, study, until) -> None:
    one = library.lessons[0]
    many = [structs.replace(one, id=f"copy-{number}", title=f"Copy {number}") for number in range(400)]
    app = study()
    app.library = dataclasses.replace(library, lessons=tuple(many))
    async with app.run_test(size=(80, 24)) as pilot:
        tree = app.screen.query_one(Tree)
        await until(pilot, lambda: tree.last_line > 400)
        await pilot.press("end", "up")
        await until(pilot, lambda: tree.cursor_line > 390)


async def test_every_row_fits_the_screen(study, seen) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        text = await seen(pilot, "▾ Derivatives")
        assert max(map(len, text.splitlines())) <= 80


async def test_the_first_line_resumes_where_the_learner_was(study, seen, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "n", "escape")
        await seen(pilot, "▶ Resume “A lesson with one step of each kind”, step 3 of 7", "◐ 1/7")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("home", "enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.query(StepView))
        assert app.screen.view.step.id == "guess"


async def test_enter_opens_the_lesson_under_the_cursor(study, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query_one(Tree).cursor_line == 0)
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert app.screen.lesson.id == "second"


async def test_search_finds_text_inside_a_step_and_opens_it_there(study, picture, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"add up until")
        await until(pilot, lambda: "add up" in "".join(picture(app).splitlines()[3:]))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.query(StepView))
        assert app.screen.view.step.id == "myth"


async def test_escape_ends_the_search(study, seen, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"xyzzy")
        await seen(pilot, "nothing found")
        await pilot.press("escape")
        await seen(pilot, "▾ Derivatives")
        await until(pilot, lambda: app.screen.query_one(Tree).has_focus)


def test_titles_come_before_texts_and_every_word_must_occur(library) -> None:
    index = Index(library.lessons)
    assert index.find("lesson kind")[0].step == ""
    assert index.find("gradient chain") == []
    assert [hit.step for hit in index.find("CHAIN RULE")] == ["only"]


@pytest.fixture(scope="module")
def course() -> Index:
    return index_of(Library.open(bundled_lessons()))


@pytest.mark.parametrize(
    ("query", "kind", "lesson", "said"),
    [
        ("RuntimeError: mat1 and mat2 shapes cannot be multiplied (3x4 and 5x6)", "error", "", "5 features"),
        ("element 0 of tensors does not require grad and does not have a grad_fn", "error", "gradients", ""),
        ("do with the gradient B-W60", "claim", "gradients", "gradient"),
        ("zero_grad()", "", "gradients", "zero_grad()"),
    ],
)
def test_code_claims_and_whole_error_messages_are_found(course, query, kind, lesson, said) -> None:
    hits = course.find(query)
    assert [
        hit
        for hit in hits
        if (hit.kind, hit.lesson.id) == (kind, lesson or hit.lesson.id) and said in hit.excerpt
    ]
    assert all(hit.place in {"", *(step.id for step in hit.lesson.steps)} for hit in hits)


async def test_the_palette_finds_steps_by_what_they_say(study, picture, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"add up until")
        await until(pilot, lambda: "In A lesson with one step" in picture(app))
