"""Plots and runs saved by a key: what the files hold, and what the screen says."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from studytui.runner.events import Finished, SeriesPoints, Status, Stdout
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.results import Results

CODE = "print('hello')"


class Desk(App[None]):
    remote = False
    runner_words = ""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield CodeEditor(CODE)
        yield Results()

    def say(self, text: str, severity: str = "information") -> None:
        self.said.append(f"{severity}: {text}")


@pytest.fixture
def exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path))
    return tmp_path / "data" / "exports"


def saved_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def ran(app: Desk) -> Results:
    results = app.query_one(Results)
    results.begin("Falling loss")
    app.query_one(CodeEditor).text = "changed since"
    results.hear(Stdout("hello\n"))
    results.hear(SeriesPoints("loss", tuple(range(50)), tuple(1 / (1 + k) for k in range(50)), True, 50))
    results.hear(Finished(Status.OK, 0, 0.5, 1))
    return results


async def test_w_saves_the_plot_and_says_where(exports: Path, until) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        results = await ran(app)
        results.plot.focus()
        await pilot.press("w")
        await until(pilot, lambda: app.said)
        assert app.said == [f"information: Saved loss.svg, .png, .csv in {exports}"]
        assert saved_in(exports) == ["loss.csv", "loss.png", "loss.svg"]
        assert len((exports / "loss.csv").read_text().splitlines()) == 51


async def test_m_saves_the_run_as_it_was_run(exports: Path, until) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        results = await ran(app)
        results.pane.focus()
        await pilot.press("m")
        await until(pilot, lambda: app.said)
        page = (exports / "Falling-loss.md").read_text()
        assert f"```python\n{CODE}\n```" in page
        assert "✓ 0.500 s" in page
        assert "```text\nhello\n```" in page
        assert "loss: " in page
        assert "step" in page


async def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch, until) -> None:
    (tmp_path / "home").write_text("a file")
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path / "home"))
    app = Desk()
    async with app.run_test() as pilot:
        results = await ran(app)
        results.plot.focus()
        await pilot.press("w", "m")
        await until(pilot, lambda: len(app.said) == 2)
        assert all(said.startswith(f"error: {tmp_path / 'home'}") for said in app.said)
