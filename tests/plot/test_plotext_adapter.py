"""plotext behind its adapter: private figures, safe in threads, imported by one file and late."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from studytui.plot.plotext_adapter import Frame, frame

PACKAGE = Path(__file__).parents[2] / "studytui"


def test_the_frame_leaves_its_canvas_blank() -> None:
    drawn = frame(40, 10, ((0.0, "0"), (1.0, "100")), ((0.5, "half"),), "step", "loss")
    assert [len(row) for row in drawn.rows] == [40] * 10
    for row in drawn.rows[drawn.top : drawn.top + drawn.lines]:
        assert set(row[drawn.left : drawn.left + drawn.columns]) == {" "}
    text = "\n".join("".join(row) for row in drawn.rows)
    assert all(word in text for word in ("0", "100", "half┤", "step", "loss"))


def test_wide_characters_keep_their_cells() -> None:
    drawn = frame(40, 10, ((0.5, "犬猫"),), ((0.5, "é"),), "", "")
    row = next(row for row in drawn.rows if "犬" in row)
    assert row[row.index("犬") : row.index("犬") + 4] == ("犬", "", "猫", "")


def test_threads_do_not_disturb_each_other() -> None:
    def draw(number: int) -> Frame:
        return frame.__wrapped__(40 + number % 5, 10, ((0.5, str(number)),), ((0.5, "y"),), "", "")

    with ThreadPoolExecutor(8) as threads:
        frames = list(threads.map(draw, range(200)))
    assert frames == [draw(number) for number in range(200)]


def test_only_the_adapter_knows_plotext() -> None:
    users = [
        file.name
        for file in PACKAGE.rglob("*.py")
        if "import plotext" in (text := file.read_text(encoding="utf-8")) or "from plotext" in text
    ]
    assert users == ["plotext_adapter.py"]


def test_charts_are_built_without_plotext() -> None:
    code = "import sys, studytui.plot; print({'plotext', 'numpy', 'torch'} & set(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert run.stdout.strip() == "set()"
