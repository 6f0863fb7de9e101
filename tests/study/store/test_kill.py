"""Whatever was acknowledged survives kill -9, with two writers on one file."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from studytui.study.store import Store
from studytui.study.store.backup import is_whole

ROUNDS = 30
WRITER = """
import sys
from studytui.study.store import RunRecord, Store
from pathlib import Path
store = Store.open(Path(sys.argv[1]))
assert store.saves, store.notice
for number in range(10**9):
    store.mark_done(sys.argv[2], str(number))
    store.save_draft(sys.argv[2], "text", str(number) * 50)
    store.record_run(RunRecord(sys.argv[2], "run", "x" * 3000, "ok", 0.1))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


def test_nothing_acknowledged_is_lost(path: Path) -> None:
    chance = random.Random(7)
    promised: dict[str, int] = {}
    for number in range(ROUNDS):
        promised |= one_round(path, number, chance.uniform(0.0, 0.15))
        assert is_whole_after_kill(path)
    store = Store.open(path)
    assert store.notice == ""
    for writer, last in promised.items():
        assert {str(i) for i in range(last + 1)} <= store.done(writer)
        # The next one may have been written, but its acknowledgement cut off.
        assert store.draft(writer, "text") in {str(number) * 50 for number in (last, last + 1)}
    assert len(promised) == 2 * ROUNDS
    assert sum(promised.values()) > ROUNDS, promised
    store.close()


def one_round(path: Path, number: int, seconds: float) -> dict[str, int]:
    """Two writers at once, killed in mid-work: writer -> the last number it acknowledged."""
    names = [f"round-{number}-{side}" for side in ("left", "right")]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stdout=subprocess.PIPE, text=True)
        for name in names
    ]
    heads = [str(writer.stdout.readline()) for writer in writers if writer.stdout]
    time.sleep(seconds)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
    last: dict[str, int] = {}
    for name, head, writer in zip(names, heads, writers, strict=True):
        text = head + writer.communicate()[0]
        # A line cut in the middle was not acknowledged.
        last[name] = int(text[: text.rindex("\n")].splitlines()[-1])
        assert writer.returncode == -signal.SIGKILL
    return last


def is_whole_after_kill(path: Path) -> bool:
    """Open it as the app would, which replays the WAL, and check the file."""
    store = Store.open(path)
    try:
        assert store.notice == ""
        return bool(store.database.rows("PRAGMA integrity_check") == [("ok",)])
    finally:
        store.close()
        assert is_whole(path)
