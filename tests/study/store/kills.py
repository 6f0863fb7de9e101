"""Two writers on one file, each killed with -9 at a moment of its own, again and again.

`python -m tests.study.store.kills [KILLS]` prints what became of what they had acknowledged.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from studytui.study.store import Store
from studytui.study.store.backup import is_whole

LONGEST = 0.5
"""Seconds after its first answer, or after its start, at which a writer is killed at the latest."""
OPENING = 0.2
"""Share of the writers killed that soon after their start: while they open the file."""
WRITER = """
import sys
from pathlib import Path
from studytui.study.recorder import Recorder
from studytui.study.schedule.card import Rating
from studytui.study.store import AnswerRecord, RunRecord, Store
store = Store.open(Path(sys.argv[1]))
assert store.saves and not store.notice, store.notice
recorder = Recorder(store)
for number in range(10**9):
    kept = recorder.settle(AnswerRecord(sys.argv[2], str(number), True, "x" * 500), Rating.GOOD)
    if number % 3 == 0:
        recorder.overrule(kept, Rating.EASY)
    store.save_draft(sys.argv[2], "text", str(number) * 50)
    store.record_run(RunRecord(sys.argv[2], "run", "x" * 3000, "ok", 0.1))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@dataclass
class Tally:
    """What was seen over all rounds."""

    kills: int = 0
    while_opening: int = 0
    """Writers that had acknowledged nothing yet."""
    acknowledged: dict[str, int] = field(default_factory=dict)
    """Writer -> how many answers it had acknowledged."""
    missing: int = 0
    damaged: int = 0

    @property
    def answers(self) -> int:
        """Acknowledged answers of all writers."""
        return sum(self.acknowledged.values())


def run(path: Path, kills: int, seed: int = 7) -> Tally:
    """Kill that many writers, two at a time, checking the file after each pair."""
    chance, tally = random.Random(seed), Tally()
    for number in range(kills // 2):
        _one_round(path, f"round-{number}", chance, tally)
        tally.damaged += not _is_sound(path)
    store = Store.open(path)
    for writer, count in tally.acknowledged.items():
        tally.missing += _missing(store, writer, count)
    store.close()
    return tally


def _one_round(path: Path, name: str, chance: random.Random, tally: Tally) -> None:
    lives = [
        (path, f"{name}-{side}", chance.random() < OPENING, chance.random()) for side in ("left", "right")
    ]
    with ThreadPoolExecutor(2) as pool:
        for writer, lines in pool.map(lambda life: _write_until_killed(*life), lives):
            tally.acknowledged[writer] = lines
            tally.while_opening += not lines
            tally.kills += 1


def _write_until_killed(path: Path, writer: str, opening: bool, share: float) -> tuple[str, int]:
    """The writer, and how many answers it had acknowledged when it was killed."""
    words = [sys.executable, "-c", WRITER, str(path), writer]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    head = "" if opening else process.stdout.readline()
    time.sleep(share * LONGEST)
    process.send_signal(signal.SIGKILL)
    text, complaint = process.communicate()
    assert process.returncode == -signal.SIGKILL, complaint
    # A line cut in the middle was not acknowledged.
    return writer, (head + text).count("\n")


def _is_sound(path: Path) -> bool:
    """Open it as the app would, which replays the WAL, and check the file."""
    store = Store.open(path)
    try:
        whole = store.database.rows("PRAGMA integrity_check") == [("ok",)]
        orphans = store.database.rows("PRAGMA foreign_key_check")
        return whole and not orphans and store.notice == ""
    finally:
        store.close()
        assert is_whole(path)


def _missing(store: Store, writer: str, count: int) -> int:
    """Acknowledged answers that are not there, or not with their review and card."""
    answers = {answer.question for answer in store.answers(writer)}
    reviews = {each.card for each in store.reviews() if each.card.startswith(f"{writer}/")}
    cards = store.cards()
    return sum(
        str(number) not in answers or f"{writer}/{number}" not in reviews or f"{writer}/{number}" not in cards
        for number in range(count)
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "data" / "study.db"
        found = run(file, int(sys.argv[1]) if len(sys.argv) > 1 else 200, seed=random.randrange(10**6))
        print(
            f"{found.kills} writers killed with -9, two at a time ({found.while_opening} before their first "
            f"answer): {found.answers} answers acknowledged, {found.missing} missing; "
            f"file damaged {found.damaged} times of {found.kills // 2} checks, "
            f"{file.stat().st_size >> 10} KiB at the end"
        )
