"""From an error to what explains it and back; and bookmarks."""

from __future__ import annotations

import re

import pytest

from studytui.course.library import Library
from studytui.folders import bundled_lessons
from studytui.tui.explaining import failure_on
from studytui.tui.screens.library import LibraryScreen

BROKEN = "import torch\na = torch.ones(3, 4)\nb = torch.ones(5, 6)\na @ b\n"


@pytest.fixture
def library():
    return Library.open(bundled_lessons())


async def test_a_key_opens_the_lesson_about_an_error_and_escape_comes_back(study, store, picture, until):
    store.save_draft("gradients", "by-subtraction", BROKEN)
    app = study("gradients", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        lesson = app.screen
        while lesson.view.step.id != "by-subtraction":
            await pilot.press("n")
            await pilot.pause()
        assert failure_on(lesson) is None
        await pilot.press("f5")
        await until(pilot, lambda: failure_on(lesson) is not None)
        await until(pilot, lambda: "(w opens it; F12 while typing)" in picture(app))
        about = failure_on(lesson).lesson
        await pilot.press("w")
        await pilot.pause()
        assert app.screen.lesson.id == about
        assert "multiplied" in repr(app.screen.view.step)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is lesson
        assert lesson.view.step.id == "by-subtraction"
        assert store.place().lesson == "gradients"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_bookmarks_are_put_listed_opened_and_dropped(study, store, picture, size):
    app = study("gradients")
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "b")
        await pilot.pause()
        assert re.search(r"2 of \d+ ★", picture(app).splitlines()[0])
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert "★ Bookmarks" in picture(app)
        assert "The first backward()  backward() and .grad" in picture(app)
        await pilot.press("home", "down", "down", "enter")
        await pilot.pause()
        assert (app.screen.lesson.id, app.screen.view.step.id) == ("gradients", "first-backward")
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("home", "down", "down", "b")
        await pilot.pause()
        assert "★ Bookmarks" not in picture(app)
