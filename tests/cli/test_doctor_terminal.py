"""The doctor's words about a terminal, by its environment; tmux is asked itself."""

from __future__ import annotations

import io
import os
import shutil
import subprocess

import pytest

from studytui.cli.doctoring.multiplexer import multiplexer
from studytui.cli.doctoring.terminal import terminal_section

PLAIN = (
    *("NO_COLOR", "COLORTERM", "LC_ALL", "LC_CTYPE", "LANG"),
    *("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"),
)


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"TERM": "xterm-256color"}, {"colours": "256", "letters": "all", "copying": "by OSC 52"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"colours": "16 million"}),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, {"colours": "shades of grey: NO_COLOR"}),
        ({"TERM": "linux"}, {"colours": "16;", "letters": "those of the console", "copying": "into a file"}),
        ({"TERM": "screen"}, {"terminal": "TERM=screen", "colours": "16;"}),
        ({"TERM": "xterm-16color", "LC_ALL": "C"}, {"colours": "16;", "letters": "ASCII, by LC_ALL=C"}),
        ({"TERM": "screen", "STY": "1.pts"}, {"screen": "yes", "copying": "into screen's buffer"}),
        ({"TERM": "dumb"}, {"terminal": "TERM=dumb: the app cannot draw", "colours": "none"}),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}, {"ssh": "yes"}),
        ({"TERM": "xterm", "COLUMNS": "50", "LINES": "15"}, {"size": "50×15"}),
    ],
)
def test_what_is_said(monkeypatch, environment, said) -> None:
    for name in PLAIN:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found = {each.name: each.value for each in terminal_section(Screen()).findings}
    assert {name: found[name][: len(words)] for name, words in said.items()} == said


def test_tmux_says_how_it_is_set(monkeypatch, tmp_path) -> None:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    monkeypatch.setenv("TMUX_TMPDIR", str(tmp_path))
    monkeypatch.delenv("TMUX", raising=False)

    def tmux(*words: str) -> str:
        return subprocess.run(["tmux", *words], capture_output=True, text=True, check=True).stdout.strip()

    tmux("-f", "/dev/null", "new-session", "-d", "sleep 600")
    try:
        monkeypatch.setenv("TMUX", tmux("display-message", "-p", "#{socket_path},#{pid},0"))
        tmux("set-option", "-s", "escape-time", "500")
        tmux("set-option", "-s", "set-clipboard", "off")
        around, copying = multiplexer({"TMUX": "there"})
        assert "Esc waits 500 ms" in around.value
        assert "set-clipboard is off" in copying.value
        tmux("set-option", "-s", "escape-time", "10")
        tmux("set-option", "-s", "set-clipboard", "on")
        assert [each.verdict for each in multiplexer({"TMUX": "there"})] == ["ok", "ok"]
    finally:
        tmux("kill-server")


def test_a_tmux_that_is_gone(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert multiplexer({"TMUX": "gone"})[0].value == "TMUX is set, but tmux does not answer"


@pytest.mark.parametrize("words", [("doctor", "--python", "/nowhere"), ("progress",), ("keys",)])
def test_words_are_ascii_where_the_locale_is(studytui, tmp_path, request, words) -> None:
    environment = {**os.environ, "LC_ALL": "C", "STUDYTUI_HOME": str(tmp_path)}
    done = studytui(*words, env={**environment, "PYTHONPATH": str(request.config.rootpath)})
    assert len(done.stdout) > 200
    assert done.stdout.isascii()
