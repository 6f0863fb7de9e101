"""Start the app from the command line: check what it needs first, and say what is missing in words."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from studytui.course.found import lesson_files
from studytui.errors import StudytuiError, UsageError
from studytui.runner.request import RunnerOptions
from studytui.settings.file import load
from studytui.tui.collecting import hold
from studytui.tui.opening import First

if TYPE_CHECKING:
    from studytui.course.library import Library
    from studytui.study.shelf import Shelf
    from studytui.study.store import Store

REMOTE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")


def run_app(
    *,
    lesson: str | None,
    screen: str = "library",
    lessons_dir: Path,
    runner_options: RunnerOptions,
    play_file: Path | None = None,
    trust: bool = False,
) -> int:
    """Run the app until the learner quits; returns the exit code.

    `screen` is "library", "playground" or "quiz"; a `lesson` id goes straight to that lesson. `trust`:
    packs of lessons may run their code without being asked for. What keeps it
    from starting goes to stderr in one line: no terminal and no lessons are code 2.
    """
    try:
        return _run(First(lesson or "", screen, play_file), lessons_dir, runner_options, trust)
    except StudytuiError as error:
        print(f"studytui: {error}", file=sys.stderr)
        return error.exit_code


def _run(first: First, lessons_dir: Path, options: RunnerOptions, trust: bool) -> int:
    require_terminal()
    hold()
    from studytui.study.shelf import Shelf
    from studytui.study.store import Store

    lesson_files(lessons_dir)  # refuses a folder without lessons before anything is opened
    store = Store.open()
    try:
        return _show(first, Shelf(lessons_dir, store, trust=trust), store, options)
    finally:
        store.close()


def _show(first: First, shelf: Shelf, store: Store, options: RunnerOptions) -> int:
    library = shelf.library()
    if not shelf.closed:
        require_lesson(library, first.lesson)
    settings, remote = load(), over_ssh(os.environ)
    tell_textual(os.environ, quiet=settings.quiet == "yes" or (settings.quiet == "auto" and remote))
    from studytui.tui.app import StudyApp

    app = StudyApp(library, store, options, first=first, shelf=shelf, settings=settings, remote=remote)
    app.run()
    return app.return_code or 0 if app.return_value is None else app.return_value


def tell_textual(environment: MutableMapping[str, str], *, quiet: bool) -> None:
    """Settings that Textual reads once, when it is imported; what the learner has set stays."""
    # A letter typed just after a picture (a blink, a result) waits one to two periods: 8 ms, not 33.
    environment.setdefault("TEXTUAL_FPS", "240")
    if quiet:
        environment.setdefault("TEXTUAL_ANIMATIONS", "none")


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
