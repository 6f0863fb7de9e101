"""Exported files: where they go, how they are called, and that nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import StorageError
from studytui.plot import Chart, Line
from studytui.plot.export import Told
from studytui.study.exports import ExportFolder
from studytui.study.exports.folder import file_name
from studytui.study.exports.sheet import chart_sheet

CHART = Chart(title="train/val loss", lines=(Line("loss", (0.0, 1.0), (1.0, 0.0)),))


def test_a_plot_is_three_files_of_one_name_and_a_second_one_gets_a_number(tmp_path: Path) -> None:
    folder = ExportFolder(tmp_path / "new" / "exports")
    names = [[file.name for file in folder.save_plot(chart_sheet(CHART))] for _ in range(2)]
    assert names == [
        ["train-val-loss.svg", "train-val-loss.png", "train-val-loss.csv"],
        ["train-val-loss-2.svg", "train-val-loss-2.png", "train-val-loss-2.csv"],
    ]


def test_nothing_is_overwritten_even_when_only_one_of_the_names_is_taken(tmp_path: Path) -> None:
    (tmp_path / "train-val-loss.csv").write_text("mine")
    files = ExportFolder(tmp_path).save_plot(chart_sheet(CHART))
    assert files[0].name == "train-val-loss-2.svg"
    assert (tmp_path / "train-val-loss.csv").read_text() == "mine"


def test_a_run_is_a_page(tmp_path: Path) -> None:
    file = ExportFolder(tmp_path).save_run(Told("a.py", "print(1)", "1\n"))
    assert file.read_text().startswith("# a.py\n\n```python\nprint(1)\n```")


def test_a_folder_that_cannot_be_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="file"):
        ExportFolder(tmp_path / "file" / "below").save_plot(chart_sheet(CHART))


@given(st.text())
def test_any_name_is_a_file_name(name: str) -> None:
    found = file_name(name)
    assert found
    assert not set(found) & set('/\\:*?"<>|.\x00\n ')
    assert len(found.encode()) <= 61
