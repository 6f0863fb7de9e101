"""From an error to what explains it and back; and bookmarks."""

from __future__ import annotations

import re

import pytest

from studytui.course.library import Library
from studytui.folders import bundled_lessons
from studytui.tui.explaining import failure_on
from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.library import LibraryScreen

BROKEN = "import torch\na = torch.ones(3, 4)\nb = torch.ones(5, 6)\na @ b\n"


@pytest.fixture
def library():
    return Library.open(bundled_lessons())


async def test_a_key_opens_the_lesson_about_an_error_and_escape_comes_back(study, store, seen, until):
    store.save_draft("gradients", "by-subtraction", BROKEN)
    app = study("gradients", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        lesson = app.screen
        await until(pilot, lambda: lesson.query(StepView))
        while (step := lesson.view.step.id) != "by-subtraction":
            await pilot.press("n")
            await until(
                pilot, lambda step=step: lesson.view.step.id != step and lesson.view.reading.has_focus
            )
        assert failure_on(lesson) is None
        await pilot.press("f5")
        await until(pilot, lambda: failure_on(lesson) is not None)
        await seen(pilot, "(w opens it; F12 while typing)")
        about = failure_on(lesson).lesson
        await pilot.press("w")
        await until(pilot, lambda: app.screen is not lesson and app.screen.query(StepView))
        assert app.screen.lesson.id == about
        assert "multiplied" in repr(app.screen.view.step)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is lesson)
        assert lesson.view.step.id == "by-subtraction"
        assert store.place().lesson == "gradients"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_bookmarks_are_put_listed_opened_and_dropped(study, picture, seen, until, size):
    app = study("gradients")
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "b")
        await until(pilot, lambda: re.search(r"2 of \d+ ★", picture(app).splitlines()[0]))
        await pilot.press("escape")
        await seen(pilot, "★ Bookmarks", "The first backward()  backward() and .grad")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("home", "down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.query(StepView))
        assert (app.screen.lesson.id, app.screen.view.step.id) == ("gradients", "first-backward")
        await pilot.press("escape")
        await seen(pilot, "★ Bookmarks")
        await pilot.press("home", "down", "down", "b")
        await until(pilot, lambda: "★ Bookmarks" not in picture(app))
