"""Walking a lesson: next, previous, drafts, coming back."""

from __future__ import annotations

import pytest

from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.steps.code import CodeView


def view(app):
    assert isinstance(app.screen, LessonScreen)
    return app.screen.view


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_n_and_p_walk_and_the_header_says_where(study, picture, size) -> None:
    app = study("sample")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Derivatives › A lesson with one step of each kind — 1 of 7" in picture(app)
        await pilot.press("n")
        await pilot.pause()
        assert "2 of 7" in picture(app)
        assert "import torch" in picture(app)
        await pilot.press("p")
        await pilot.pause()
        assert view(app).step.id == "words"


async def test_while_typing_n_is_a_letter_and_f10_walks(study) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "n")
        assert view(app).editor.text.startswith("nimport torch")
        await pilot.press("f10")
        await pilot.pause()
        assert view(app).step.id == "guess"
        await pilot.press("f9")
        await pilot.pause()
        assert view(app).step.id == "square"


async def test_going_on_marks_what_was_read(study, store) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert store.done("sample") == {"words"}


async def test_the_last_step_leads_to_the_next_lesson(study) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"nnnnnnn")
        await pilot.pause()
        assert app.screen.lesson.id == "second"


async def test_a_draft_survives_the_app_and_comes_back_at_its_place(study) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "down", "down", "#", "!", "ctrl+q")
    again = study()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert view(again).step.id == "square"
        assert "#!x = torch" in view(again).editor.text
        assert view(again).editor.cursor_location == (2, 2)


async def test_every_change_is_on_disk_half_a_second_later_even_if_the_app_is_killed(study, store) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "#")
        await pilot.pause(0.6)
        assert (store.draft("sample", "square") or "").startswith("#import")


async def test_edited_is_said_and_reset_brings_the_original_back(study, store, picture) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert "edited" not in picture(app)
        await pilot.press("enter", "#", "escape")
        await pilot.pause()
        assert "edited" in picture(app)
        await pilot.press("r")
        await pilot.pause(0.6)
        assert not view(app).edited
        assert store.draft("sample", "square") is None


async def test_f2_gives_the_editor_the_whole_screen_and_takes_it_back(study, picture) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "f2")
        await pilot.pause()
        assert "output" not in picture(app)
        assert view(app).editor.size.height >= 20
        await pilot.press("f2")
        await pilot.pause()
        assert "output" in picture(app)


async def test_from_110_columns_text_and_code_stand_side_by_side(study) -> None:
    app = study("sample")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert view(app).reading.region.right <= view(app).editor.region.x
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert view(app).reading.region.bottom <= view(app).editor.region.y


async def test_hints_come_one_by_one(study, picture, until) -> None:
    app = study("sample")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "n", "n", "n", "n")
        await pilot.pause()
        assert isinstance(view(app), CodeView)
        assert "Hint" not in view(app).reading.query("MathMarkdown").last().source
        await pilot.press("h")
        await until(pilot, lambda: "Hint 1 of 2: Multiply." in picture(app))
        assert "By two." not in picture(app)
        await pilot.press("h")
        await until(pilot, lambda: "Hint 2 of 2: By two." in picture(app))
