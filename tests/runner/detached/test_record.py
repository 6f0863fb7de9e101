"""What is on disk of a detached run: bounded, readable at any moment, forgotten in time."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import UsageError
from studytui.runner.detached import shelf
from studytui.runner.detached.journal import RECORD, Journal
from studytui.runner.detached.order import Order
from studytui.runner.detached.reading import Reader, ending
from studytui.runner.detached.state import look
from studytui.runner.events import Failed, Finished, SeriesPoints, Status, Stdout, Truncated
from studytui.runner.request import RunnerOptions, RunRequest

OVER = Finished(Status.OK, 0, 1.5, 0)
ORDER = Order(RunRequest("pass", name="a.py"), RunnerOptions(), datetime(2026, 1, 2, tzinfo=UTC), "elsewhere")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path))
    return tmp_path


def test_a_full_record_drops_what_follows_but_never_the_end(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    journal = Journal(file, most=1000)
    last = SeriesPoints("loss", (9,), (0.5,), final=True, count=10)
    wrong = Failed("ValueError", "no", 3, "Traceback")
    journal.write([Stdout(f"{number:03}" * 30) for number in range(50)])
    journal.write([Stdout("short"), last, wrong, OVER])
    journal.close()
    *kept, series, error, truncated, finished = Reader(file).read()
    assert [event.text[:3] for event in kept if isinstance(event, Stdout)] == [f"{n:03}" for n in range(8)]
    assert len(kept) == 8
    assert (series, error, finished) == (last, wrong, OVER)
    assert isinstance(truncated, Truncated)
    assert truncated.stream == RECORD
    assert truncated.dropped > 4000
    assert file.stat().st_size < 2000
    assert ending(file) == OVER


@given(st.lists(st.text(max_size=30), max_size=20), st.lists(st.integers(0, 400), max_size=6))
def test_reading_while_it_is_written_loses_and_doubles_nothing(tmp_path_factory, texts, cuts) -> None:
    folder = tmp_path_factory.mktemp("record")
    journal = Journal(folder / "whole")
    journal.write([*map(Stdout, texts), OVER])
    journal.close()
    data, reader, seen = (folder / "whole").read_bytes(), Reader(folder / "part"), []
    assert reader.read() == []
    for cut in [*sorted(min(cut, len(data)) for cut in cuts), len(data)]:
        (folder / "part").write_bytes(data[:cut])
        seen += reader.read()
        if cut < len(data):
            assert ending(folder / "part") is None
    assert seen == [*map(Stdout, texts), OVER]
    assert ending(folder / "part") == OVER


def test_a_line_that_was_cut_by_a_kill_is_no_event(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_bytes(b'{"type":"stdout","text":"a"}\n{"type":"finished","sta')
    assert Reader(file).read() == [Stdout("a")]
    assert ending(file) is None


def test_runs_are_numbered_and_only_the_newest_that_are_over_are_kept(home: Path) -> None:
    first, watched = shelf.new(ORDER)
    for _ in range(shelf.MOST + 5):
        _, lock = shelf.new(ORDER)
        os.close(lock)
    assert first.watched
    numbers = [folder.id for folder in shelf.runs()]
    assert numbers == [*map(str, range(26, 6, -1)), "1"]
    assert shelf.find("").id == "26"
    assert shelf.find("1").id == "1"
    os.close(watched)
    shelf.forget_old()
    assert not first.path.exists()
    with pytest.raises(UsageError, match="no detached run '1'; `studytui runs` lists them"):
        shelf.find("1")
    assert (home / "state" / "runs").stat().st_mode & 0o777 == 0o700


def test_what_a_list_shows_follows_the_run(home: Path) -> None:
    folder, lock = shelf.new(ORDER)
    states = []

    def state() -> None:
        seen = look(folder)
        assert seen is not None
        states.append(seen.state)

    state()
    journal = Journal(folder.events)
    journal.write([Stdout("a")])
    state()
    os.close(lock)
    state()
    journal.write([Finished(Status.ERROR, 130, 2.0, 0)])
    journal.close()
    state()
    assert states == ["starting", "running", "lost", "stopped"]
    seen = look(folder)
    assert seen is not None
    assert (seen.file, seen.host, seen.seconds) == ("a.py", "elsewhere", 2.0)
    (folder.path / "order.json").write_text("{}")
    assert look(folder) is None
