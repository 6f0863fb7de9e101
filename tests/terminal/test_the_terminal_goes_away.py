"""When the terminal goes away, so does the app, and what was typed is kept; Ctrl+Z only sends it to sleep."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

from tests.sandbox.processes import alive, descendants, eventually


def app_of(tmux) -> int:
    """The app's process in the window."""
    shell = int(tmux._tmux("display-message", "-p", "#{pane_pid}"))
    (app,) = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
    return int(app)


def test_it_ends_with_everything_it_started_and_keeps_what_was_typed(tmux, studytui):
    tmux.start([*studytui, "play"])
    tmux.wait_for("Playground", "isolation")
    tmux.press("Enter")
    tmux.type("kept_word = 1")
    tmux.wait_for("kept_word")
    app = app_of(tmux)
    family = [app, *descendants(app)]
    tmux.stop()
    assert eventually(lambda: not alive(family), 15), alive(family)
    texts = "".join(path.read_text() for path in (tmux.home / "data").rglob("*.py"))
    with sqlite3.connect(next((tmux.home / "data").glob("*.db"))) as database:
        drafts = str(database.execute("SELECT * FROM drafts").fetchall())
    assert "kept_word" in texts + drafts


def test_ctrl_z_sends_it_to_sleep_and_it_wakes_as_it_was(tmux, studytui):
    tmux.start(studytui)
    tmux.wait_for("52 lessons")
    app = app_of(tmux)
    os.kill(app, signal.SIGTSTP)
    assert eventually(lambda: Path(f"/proc/{app}/stat").read_text().rpartition(")")[2].split()[0] == "T")
    os.kill(app, signal.SIGCONT)
    tmux.wait_for("52 lessons")
    tmux.press("?")
    tmux.wait_for("Everywhere")
