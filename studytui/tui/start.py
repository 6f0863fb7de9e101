"""Start the app from the command line: check what it needs first, and say what is missing in words."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from studytui.errors import StudytuiError, UsageError
from studytui.runner.request import RunnerOptions
from studytui.tui.opening import First

if TYPE_CHECKING:
    from studytui.course.library import Library

REMOTE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")


def run_app(
    *,
    lesson: str | None,
    screen: str = "library",
    lessons_dir: Path,
    runner_options: RunnerOptions,
    play_file: Path | None = None,
) -> int:
    """Run the app until the learner quits; returns the exit code.

    `screen` is "library", "playground" or "quiz"; a `lesson` id goes straight to that lesson. What keeps it
    from starting goes to stderr in one line: no terminal and no lessons are code 2.
    """
    try:
        return _run(First(lesson or "", screen, play_file), lessons_dir, runner_options)
    except StudytuiError as error:
        print(f"studytui: {error}", file=sys.stderr)
        return error.exit_code


def _run(first: First, lessons_dir: Path, options: RunnerOptions) -> int:
    require_terminal()
    from studytui.course.cache import LessonCache
    from studytui.course.library import Library
    from studytui.study.store import Store

    library = Library.open(lessons_dir, LessonCache.of(lessons_dir))
    require_lesson(library, first.lesson)
    remote = over_ssh(os.environ)
    if remote:
        os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")  # read when Textual is imported
    from studytui.tui.app import StudyApp

    store = Store.open()
    try:
        app = StudyApp(library, store, options, first=first, remote=remote)
        app.run()
        return app.return_code or 0 if app.return_value is None else app.return_value
    finally:
        store.close()


def require_terminal() -> None:
    """Raises UsageError when there is no terminal to draw on."""
    # Textual draws on stderr: redirected, the screen would go into the file.
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.__stderr__)):
        raise UsageError("the app needs a terminal; `studytui run FILE` works without one")
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        raise UsageError("this terminal cannot move its cursor (TERM is dumb); try TERM=xterm-256color")


def require_lesson(library: Library, lesson: str) -> None:
    """Raises UsageError when the lesson asked for does not exist, naming the nearest one that does."""
    from difflib import get_close_matches

    if not lesson or library.get(lesson) is not None:
        return
    near = get_close_matches(lesson, [known.id for known in library.lessons], n=1)
    hint = f"; did you mean {near[0]}?" if near else "; the library lists them all: studytui"
    raise UsageError(f"there is no lesson {lesson!r}{hint}")


def over_ssh(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of an SSH connection."""
    return any(environment.get(name) for name in REMOTE)
