"""Packs of lessons in the app: asked for in words, opened once trusted, followed while they are written."""

from __future__ import annotations

import pytest

from studytui.runner.request import RunnerOptions
from studytui.study.shelf import Shelf
from studytui.tui.app import StudyApp
from studytui.tui.opening import First
from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.trust import TrustScreen
from studytui.tui.widgets.editor import CodeEditor

LESSON = """id: tiny
title: A tiny lesson
part: P
minutes: 1
objectives: [x]
steps:
  - {kind: explain, id: hello, text: Hello there.}
  - {kind: snippet, id: s, text: Look., code: print(1)}
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path / "home"))
    found = tmp_path / "mine" / "1-part" / "tiny.yaml"
    found.parent.mkdir(parents=True)
    found.write_text(LESSON)
    return found


@pytest.fixture
def make(file, store):
    def app(lesson: str = "", *, trust: bool = False) -> StudyApp:
        shelf = Shelf(file.parent.parent, store, trust=trust)
        return StudyApp(
            shelf.library(), store, RunnerOptions(), first=First(lesson), shelf=shelf, warm=False, remote=True
        )

    return app


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_foreign_pack_is_asked_for_and_then_remembered(make, seen, until, size):
    app = make("tiny")
    async with app.run_test(size=size) as pilot:
        await seen(pilot, "somebody else wrote its 1 lesson", "pack    mine")
        assert isinstance(app.screen, TrustScreen)
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.query(StepView))
    again = make()
    async with again.run_test(size=size) as pilot:
        await seen(pilot, "Hello there.")
        assert not isinstance(again.screen, TrustScreen)
        assert "tiny" in [lesson.id for lesson in again.library.lessons]


async def test_declined_it_stays_closed_and_the_library_asks_again(make, seen, until):
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "somebody else wrote its 1 lesson")
        await pilot.press("n")
        await seen(pilot, "○ mine  1 lesson, not trusted yet: Enter asks")
        assert app.library.lessons == ()
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, TrustScreen))


async def test_a_saved_file_is_shown_at_the_same_step_and_drafts_stay(make, file, picture, store, until):
    app = make("tiny", trust=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", *"x=1")
        await until(pilot, lambda: "x=1" in app.screen.view.editor.text)
        file.write_text(LESSON.replace("Look.", "Look closely."))
        await until(pilot, lambda: "Look closely." in picture(app))
        assert app.screen.view.step.id == "s"
        await until(pilot, lambda: app.screen.view.query(CodeEditor))
        assert "x=1" in app.screen.view.editor.text
        assert store.draft("tiny", "s") is not None


async def test_a_file_that_breaks_is_told_in_one_line_and_nothing_is_lost(make, file, seen, until):
    app = make("tiny", trust=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await seen(pilot, "Look.")
        file.write_text(LESSON.replace("kind: snippet", "kind: snipet"))
        await until(pilot, lambda: "tiny.yaml:8:" in "".join(note.message for note in app._notifications))
        assert app.screen.lesson.title == "A tiny lesson"
        await seen(pilot, "Look.")
        file.write_text(LESSON.replace("Look.", "Mended."))
        await seen(pilot, "Mended.")
