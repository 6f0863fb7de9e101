"""Which pane of a step had the keys and how large it was, so that reopening the app finds it so."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from studytui.study.store import Store
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.lesson.steps.code import CodeView

SETTING = "panes"


class Panes(Struct, frozen=True):
    """The panes of the step that was shown last."""

    lesson: str = ""
    step: str = ""
    editing: bool = False
    """The keys were in the editor."""
    full: bool = False
    """The editor had the whole screen."""
    tab: int = 0
    """Output, plot or values."""


def panes_of(lesson_id: str, view: StepView) -> Panes:
    """The panes as they are on the screen."""
    if not isinstance(view, CodeView):
        return Panes(lesson_id, view.step.id)
    full, tab = view.has_class("-editor-full"), view.results.bar.shown
    return Panes(lesson_id, view.step.id, view.editor.has_focus, full, tab)


def keep_panes(store: Store, panes: Panes) -> None:
    """Write them down."""
    store.set_setting(SETTING, msgspec.to_builtins(panes))


def kept_panes(store: Store) -> Panes:
    """What was written down last."""
    try:
        return msgspec.convert(store.setting(SETTING) or {}, Panes)
    except msgspec.ValidationError:
        return Panes()  # of another version: the step opens as it always does


def restore_panes(panes: Panes, lesson_id: str, view: StepView) -> None:
    """Put them back, if they are of this step."""
    if (panes.lesson, panes.step) != (lesson_id, view.step.id) or not isinstance(view, CodeView):
        return
    if panes.tab:
        view.results.choose(min(panes.tab, 2))
    if panes.full:
        view.full("editor")
    elif panes.editing:
        view.editor.focus()
