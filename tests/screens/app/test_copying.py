"""What is copied arrives: in a real tmux, in the terminal's clipboard, or in a file."""

from __future__ import annotations

import base64
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from studytui.folders import state_dir
from studytui.tui.copying import MOST, copied

TEXT = "loss = 0.5\nprint('é')\n"


def read(file: str) -> str:
    return Path(file).read_text()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path / "home"))
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def tmux(tmp_path, monkeypatch):
    """Inside a tmux of its own; runs commands of that tmux."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    monkeypatch.setenv("TMUX_TMPDIR", str(tmp_path))

    def ask(*words: str) -> str:
        return subprocess.run(["tmux", *words], capture_output=True, text=True, check=True).stdout

    ask("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sleep 600")
    monkeypatch.setenv("TMUX", ask("display-message", "-p", "#{socket_path},#{pid},0").strip())
    yield ask
    ask("kill-server")


async def test_into_tmux(tmux) -> None:
    sent: list[str] = []
    words = await copied(TEXT, sent.append, {"TMUX": "there", "TERM": "tmux-256color"})
    assert (tmux("show-buffer"), sent) == (TEXT, [])
    assert words.startswith("Copied 2 lines into tmux")


async def test_to_the_terminal_and_a_file_in_case_it_refuses() -> None:
    sent: list[str] = []
    words = await copied(TEXT, sent.append, {"TERM": "xterm-256color"})
    assert sent == [f"\x1b]52;c;{base64.b64encode(TEXT.encode()).decode()}\a"]
    file = state_dir() / "copied.txt"
    assert file.read_text() == TEXT
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "OSC 52" in words
    assert str(file) in words


@pytest.mark.parametrize(("term", "text"), [("linux", TEXT), ("xterm", "x" * (MOST + 1))])
async def test_into_a_file_where_nothing_else_is(term: str, text: str) -> None:
    sent: list[str] = []
    words = await copied(text, sent.append, {"TERM": term})
    assert sent == []
    assert read(words.partition(" into ")[2]) == text


async def test_a_tmux_that_is_gone_is_not_counted_on(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("TMUX", f"{tmp_path}/nowhere,1,0")
    words = await copied(TEXT, lambda text: None, {"TMUX": "gone", "TERM": "tmux-256color"})
    assert "OSC 52" in words


async def test_the_output_of_a_run_and_the_selection_in_the_editor(study, until) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "f5")
        view = app.screen.view
        await until(pilot, lambda: "✓" in view.results.bar.state[0])
        view.results.pane.focus()
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard)
        assert app.clipboard == "tensor([2., 4.])"
        await until(pilot, lambda: (state_dir() / "copied.txt").exists())
        view.editor.focus()
        view.editor.move_cursor((0, 0))
        await pilot.press("shift+down", "ctrl+c")
        await until(pilot, lambda: app.clipboard.startswith("import torch"))
        await until(pilot, lambda: len(app._notifications) == 2)
