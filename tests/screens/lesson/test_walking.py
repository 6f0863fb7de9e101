"""Walking a lesson: next, previous, drafts, coming back."""

from __future__ import annotations

import pytest

from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.steps.code import CodeView


def view(app):
    assert isinstance(app.screen, LessonScreen)
    return app.screen.view


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_n_and_p_walk_and_the_header_says_where(study, seen, until, size) -> None:
    app = study("sample")
    async with app.run_test(size=size) as pilot:
        await seen(pilot, "Derivatives › A lesson with one step of each kind — 1 of 7")
        await pilot.press("n")
        await seen(pilot, "2 of 7", "import torch")
        await pilot.press("p")
        await until(pilot, lambda: view(app).step.id == "words")


async def test_while_typing_n_is_a_letter_and_f10_walks(study, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "n")
        await until(pilot, lambda: view(app).editor.text.startswith("nimport torch"))
        await pilot.press("f10")
        await until(pilot, lambda: view(app).step.id == "guess")
        await pilot.press("f9")
        await until(pilot, lambda: view(app).step.id == "square")


async def test_going_on_marks_what_was_read(study, store, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: store.done("sample") == {"words"})


async def test_the_last_step_leads_to_the_next_lesson(study, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"nnnnnnn")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.lesson.id == "second")


async def test_a_draft_survives_the_app_and_comes_back_at_its_place(study, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "down", "down", "#", "!", "ctrl+q")
    again = study()
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(again.screen, LessonScreen) and again.screen.query(CodeView))
        assert view(again).step.id == "square"
        await until(pilot, lambda: view(again).editor.cursor_location == (2, 2))
        assert "#!x = torch" in view(again).editor.text


async def test_every_change_is_on_disk_half_a_second_later_even_if_the_app_is_killed(
    study, store, until
) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "#")
        await until(pilot, lambda: (store.draft("sample", "square") or "").startswith("#import"))


async def test_edited_is_said_and_reset_brings_the_original_back(study, store, seen, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        assert "edited" not in await seen(pilot, "2 of 7", "import torch")
        await pilot.press("enter", "#", "escape")
        await seen(pilot, "edited")
        await until(pilot, lambda: store.draft("sample", "square"))
        await pilot.press("r")
        await until(pilot, lambda: store.draft("sample", "square") is None)
        assert not view(app).edited


async def test_f2_gives_the_editor_the_whole_screen_and_takes_it_back(study, picture, seen, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "f2")
        await until(pilot, lambda: view(app).editor.size.height >= 20)
        await until(pilot, lambda: "output" not in picture(app))
        await pilot.press("f2")
        await seen(pilot, "output")


async def test_from_110_columns_text_and_code_stand_side_by_side(study, until) -> None:
    app = study("sample")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: 0 < view(app).reading.region.right <= view(app).editor.region.x)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: 0 < view(app).reading.region.bottom <= view(app).editor.region.y)


async def test_hints_come_one_by_one(study, picture, until) -> None:
    app = study("sample")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "n", "n", "n", "n")
        await until(pilot, lambda: isinstance(view(app), CodeView) and view(app).step.id == "fill-in")
        assert "Hint" not in view(app).reading.query("MathMarkdown").last().source
        await pilot.press("h")
        await until(pilot, lambda: "Hint 1 of 2: Multiply." in picture(app))
        assert "By two." not in picture(app)
        await pilot.press("h")
        await until(pilot, lambda: "Hint 2 of 2: By two." in picture(app))
