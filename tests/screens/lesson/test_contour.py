"""The tracks of the bowl's optimizers, walked step by step; the lesson and the runner are the real ones."""

from __future__ import annotations

import pytest

from studytui.course.library import Library
from studytui.folders import bundled_lessons
from studytui.runner.request import RunnerOptions
from studytui.tui.app import StudyApp
from studytui.tui.opening import First
from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.steps.contour import ContourView
from studytui.tui.widgets.plot_pane import PlotPane


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_bowl_is_walked_and_stepped(store, until, picture, size) -> None:
    library = Library.open(bundled_lessons())
    app = StudyApp(library, store, RunnerOptions(), first=First("bowl"), warm=True, remote=False)
    steps = library.get("bowl").steps
    place = next(at for at, step in enumerate(steps) if step.id == "three-walkers")
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        for _ in range(place):
            await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen.view, ContourView))
        view = app.screen.view
        await pilot.press("f5")
        await until(pilot, lambda: view.steps == 30 and view.playing)
        assert view.has_class("-results-full") is (size[1] < 30)
        await pilot.press("a")
        assert not view.playing
        view.go(5)
        await pilot.press("right_square_bracket", "right_square_bracket", "left_square_bracket")
        await until(pilot, lambda: view.at == 6 and view.query_one(PlotPane).up_to_date)
        await until(pilot, lambda: "step 6 of 30 (a walks, [ ] step): (" in picture(app))
        view.go(29)
        await pilot.press("a")
        await until(pilot, lambda: view.at == 30 and not view.playing)
        await until(pilot, lambda: "step 30 of 30" in picture(app))
        assert "three-walkers" in store.done("bowl")
