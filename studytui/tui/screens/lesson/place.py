"""Where in a lesson the learner is: read and written as a Place of the store."""

from __future__ import annotations

from studytui.course.model import Lesson
from studytui.study.store import Place, Store
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.lesson.steps.code import CodeView


def step_index(store: Store, lesson: Lesson, wanted: str) -> int:
    """Index of the step to begin with: the wanted one, else where the learner left, else the first."""
    place = store.place(lesson.id)
    step_id = wanted or (place.step if place else "")
    ids = [step.id for step in lesson.steps]
    return ids.index(step_id) if step_id in ids else 0


def place_of(lesson_id: str, view: StepView) -> Place:
    """Step, scroll and cursor as they are on the screen."""
    scroll = int(view.reading.scroll_offset.y)
    line, column = view.editor.cursor_location if isinstance(view, CodeView) else (0, 0)
    return Place("lesson", lesson_id, view.step.id, line, column, scroll)


def restore(place: Place, view: StepView) -> None:
    """Put scroll and cursor back, if the place is in this step."""
    if place.step != view.step.id:
        return
    view.reading.scroll_to(y=place.scroll, animate=False)
    if isinstance(view, CodeView):
        view.editor.move_cursor((place.line, place.column))
