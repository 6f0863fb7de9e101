"""`studytui export` and `studytui import`: from one home to another, and to Anki."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studytui.study.recorder import Recorder
from studytui.study.store import AnswerRecord, Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The progress file of a home in which one question was answered."""
    file = tmp_path / "home" / "data" / "study.db"
    store = Store.open(file)
    Recorder(store, lambda: NOW).settle(AnswerRecord("gradients", "leaf-only", True, at=NOW))
    store.close()
    return file


def test_progress_travels_in_a_file(studytui, data, tmp_path):
    assert studytui("export", "mine.json").returncode == 0
    assert json.loads((tmp_path / "mine.json").read_text())["format"] == "studytui-progress"
    data.unlink()
    done = studytui("import", "mine.json")
    assert done.stdout == b"Imported: 0 steps done, 1 answers, 1 reviews, 1 cards new or newer.\n"
    again = studytui("import", "-", input=studytui("export", "-").stdout)
    assert again.stdout.startswith(b"Imported: 0 steps done, 0 answers, 0 reviews, 0 cards")


@pytest.mark.usefixtures("data")
def test_a_file_is_not_replaced_unasked(studytui, tmp_path):
    (tmp_path / "mine.json").write_text("precious")
    done = studytui("export", "mine.json")
    assert (done.returncode, (tmp_path / "mine.json").read_text()) == (2, "precious")
    assert b"--force" in done.stderr
    assert studytui("export", "mine.json", "--force").returncode == 0
    assert (
        studytui("export", "no/where.json").stderr == b"studytui: no/where.json: no such file or directory\n"
    )


def test_a_bad_file_is_one_line_and_changes_nothing(studytui, data, tmp_path):
    before = studytui("export", "-").stdout.splitlines()[4:]
    (tmp_path / "notes.md").write_text("# Notes")
    for words in (["notes.md"], ["missing.json"], ["notes.md", "other.md"]):
        done = studytui("import", *words)
        assert (done.returncode, done.stderr.count(b"\n"), done.stdout) == (2, 1, b"")
        assert done.stderr.endswith(b"to turn notes into lessons, add -o DIR\n")
    assert studytui("export", "-").stdout.splitlines()[4:] == before


def test_anki_gets_what_was_asked_or_all(studytui, tmp_path):
    done = studytui("export", "cards.txt", "--anki")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert studytui("export", "cards.txt", "--anki", "--all").returncode == 0
    assert len((tmp_path / "cards.txt").read_text().splitlines()) > 400
