"""What screens and widgets may ask of the app, as a type; `host(self)` gives it to them.

Widgets never import the app class: that would be a circle, and would drag every screen into each widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, cast, runtime_checkable

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from studytui.course.library import Library
    from studytui.course.model import Exercise
    from studytui.course.questions import Question
    from studytui.runner.request import RunnerOptions
    from studytui.runner.runner import Runner
    from studytui.settings.model import Settings
    from studytui.study.store import Store
    from studytui.tui.shelving import Shelving

Severity = Literal["information", "warning", "error"]


class StudyHost(Protocol):
    """The app, as its screens know it."""

    library: Library
    store: Store
    runner: Runner
    runner_options: RunnerOptions
    shelving: Shelving | None
    """Packs of lessons; None where the library is all there is."""
    settings: Settings
    """What the user has set."""
    remote: bool
    """Over SSH, or where quiet is wished: nothing blinks, nothing is animated, curves come four a second."""

    def say(self, text: str, severity: Severity = "information") -> None:
        """Show a short message over the screen; never interpreted as markup."""

    def review(self) -> None:
        """Show the ways to practise, what is due first."""

    def look_up(self, lesson_id: str, question: Question | Exercise) -> None:
        """Show the step of a lesson that teaches what a question asks; Esc comes back."""

    def open_lesson(self, lesson_id: str, step_id: str = "") -> None:
        """Show a lesson, at a step or where the learner left it."""


@runtime_checkable
class KeepsThings(Protocol):
    """A screen with something to write down before the app ends."""

    def keep(self) -> None:
        """Write it down, now."""


@runtime_checkable
class FollowsLessons(Protocol):
    """A screen that shows lessons, which may change while their author writes them."""

    def lessons_changed(self) -> None:
        """The app's library is another one now."""


def host(node: DOMNode) -> StudyHost:
    """The app that `node` lives in."""
    return cast("StudyHost", node.app)
