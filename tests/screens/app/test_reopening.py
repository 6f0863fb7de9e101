"""Whatever ended the app, it opens where it was: lesson, step, text, cursor, pane; or the playground."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.screens.app.test_start import PROGRAM, SAMPLES

PLAY = PROGRAM.replace("lesson=sys.argv[2] or None,", 'lesson=None, screen="playground",')


def kept(home: Path, text: str) -> bool:
    """Whether the store has the text, the cursor behind it, and the editor on the whole screen."""
    with closing(sqlite3.connect(f"file:{home}/data/study.db?mode=ro", uri=True)) as store:
        drafts = store.execute("SELECT 1 FROM drafts WHERE text LIKE ?", (text + "%",)).fetchall()
        places = store.execute("SELECT 1 FROM places WHERE step = 'square' AND column = ?", (len(text),))
        panes = store.execute("SELECT value FROM settings WHERE key = 'panes'").fetchall()
        return bool(drafts and places.fetchall() and panes and json.loads(panes[0][0])["full"])


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_a_lesson_opens_at_the_same_step_pane_and_cursor(tmp_path: Path, terminal, number) -> None:
    one = terminal(PROGRAM, str(SAMPLES), "sample", STUDYTUI_HOME=str(tmp_path))
    one.wait_for("1 of 7")
    one.send("n")
    one.wait_for("2 of 7")
    one.send("\x1bOQ")  # F2: the editor on the whole screen
    one.wait_for("F10 Next")
    one.send("#ab")
    one.wait_for("edited")
    if number == signal.SIGKILL:  # nothing can be written any more: what is two seconds old is there
        until = time.monotonic() + 60
        while not kept(tmp_path, "#ab"):
            assert time.monotonic() < until
            time.sleep(0.05)
    os.kill(one.pid, number)
    one.ended()
    again = terminal(PROGRAM, str(SAMPLES), "", STUDYTUI_HOME=str(tmp_path))
    again.wait_for("2 of 7")
    again.wait_for("#ab")
    again.wait_for("F10 Next")  # the editor has the keys
    again.send("c")
    again.wait_for("#abc")
    code = next(row for row, line in enumerate(again.screen.display) if "#abc" in line)
    assert code <= 3  # nothing of the text is above it: the editor still has the whole screen


def test_the_playground_opens_again_with_its_text(tmp_path: Path, terminal) -> None:
    one = terminal(PLAY, str(SAMPLES), "", STUDYTUI_HOME=str(tmp_path))
    one.wait_for("Playground")
    one.wait_for("scratch")
    one.send("#mine ")
    one.wait_for("#mine")
    os.kill(one.pid, signal.SIGHUP)
    assert one.ended() == 128 + signal.SIGHUP
    again = terminal(PROGRAM, str(SAMPLES), "", STUDYTUI_HOME=str(tmp_path))
    again.wait_for("Playground")
    again.wait_for("#mine")
    again.send("\x1b")
    again.wait_for("Enter Edit")
    again.send("\x1b")
    again.wait_for("lessons")
    os.kill(again.pid, signal.SIGHUP)
    again.ended()
    last = terminal(PROGRAM, str(SAMPLES), "", STUDYTUI_HOME=str(tmp_path))
    last.wait_for("lessons")
