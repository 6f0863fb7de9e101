"""`python -m tests.screenshots [NAME…]`: the README's pictures, taken from the running app with real runs."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from studytui.course.library import Library
from studytui.folders import bundled_lessons
from studytui.runner.request import RunnerOptions
from studytui.study.store import Store
from studytui.tui.app import StudyApp
from studytui.tui.opening import First

HERE = Path(__file__).parent
SIZE = (80, 24)


class Shot:
    """How to get to one picture: where the app opens, and what is pressed there."""

    def __init__(self, first: First, play: Callable[[Pilot[int]], Awaitable[None]]) -> None:
        self.first, self.play = first, play


async def until(pilot: Pilot[int], words: str, seconds: float = 120) -> None:
    """Wait until the screen shows these words."""
    for _ in range(int(seconds / 0.05)):
        if re.search(words, seen(pilot)):
            return
        await pilot.pause(0.05)
    raise TimeoutError(f"{words!r} did not appear:\n{seen(pilot)}")


def seen(pilot: Pilot[int]) -> str:
    """The screen as text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def _training(pilot: Pilot[int]) -> None:
    """The first training of the lesson, with its curve on the whole screen."""
    await until(pilot, "isolation")
    await pilot.press("n")
    await until(pilot, "lr = ")
    await pilot.press("f5")
    await until(pilot, "✓ [0-9.]+ s")
    await pilot.press("f3")
    await pilot.press("l")
    await until(pilot, "falling|converged")


async def _library(pilot: Pilot[int]) -> None:
    await until(pilot, "Tensors")
    await until(pilot, "isolation")


async def _derivatives(pilot: Pilot[int]) -> None:
    await until(pilot, "isolation")
    await pilot.press("d")
    await until(pilot, "f′")
    await pilot.pause(1)


async def _playground(pilot: Pilot[int]) -> None:
    await until(pilot, "isolation")
    await pilot.press("g")
    await until(pilot, "Playground")
    await pilot.press("f5")
    await until(pilot, "✓ [0-9.]+ s")


SHOTS = {
    "library": Shot(First(), _library),
    "training": Shot(First("training-loop"), _training),
    "derivatives": Shot(First(), _derivatives),
    "playground": Shot(First(), _playground),
}


async def take(name: str) -> str:
    """The SVG of one picture."""
    shot = SHOTS[name]
    with tempfile.TemporaryDirectory() as home:
        os.environ["STUDYTUI_HOME"] = home
        library = Library.open(bundled_lessons())
        app = StudyApp(library, Store.in_memory(""), RunnerOptions(), first=shot.first)
        async with app.run_test(size=SIZE) as pilot:
            await shot.play(pilot)
            return app.export_screenshot(title="studytui")


def main(names: list[str]) -> int:
    """Write the pictures."""
    for name in names or SHOTS:
        path = HERE / f"{name}.svg"
        path.write_text(asyncio.run(take(name)), encoding="utf-8")
        print(path.relative_to(Path.cwd()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
