"""The app process stays light: proved by importing in a fresh interpreter and looking at what came along."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("torch", "numpy", "sympy", "matplotlib", "fsrs", "plotext")


def imported_by(statement: str) -> set[str]:
    """Top-level modules that running `statement` in a fresh interpreter leaves in sys.modules."""
    program = f"{statement}\nimport sys; print('\\n'.join(sorted({{m.split('.')[0] for m in sys.modules}})))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize(
    "statement", ["import studytui.tui.app", "import studytui.cli.main", "import studytui.runner"]
)
def test_nothing_heavy_comes_along(statement: str) -> None:
    assert not imported_by(statement) & set(HEAVY)


def test_the_command_line_needs_no_textual_before_the_app_starts() -> None:
    assert "textual" not in imported_by("import studytui.cli.main")


def test_the_first_screen_brings_no_plots_and_no_editor_along() -> None:
    program = f"""
import asyncio, sys
from pathlib import Path
from studytui.course.library import Library
from studytui.folders import bundled_lessons
from studytui.runner.request import RunnerOptions
from studytui.study.store import Store
from studytui.tui.app import StudyApp
async def shown():
    app = StudyApp(Library.open(bundled_lessons()), Store.in_memory(""), RunnerOptions(), warm=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "studytui.tui.screens.library" in sys.modules
        late = ("studytui.plot", "studytui.runner.runner", "studytui.tui.widgets.results",
                "studytui.tui.widgets.editor", "studytui.tui.screens.lesson")
        sys.exit(" ".join(name for name in (*late, *{HEAVY!r}) if name in sys.modules) or 0)
asyncio.run(shown())
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-300:]
