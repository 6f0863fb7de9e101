"""Whatever state the file is in, the app starts, and says what happened."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from studytui.errors import StorageError
from studytui.study.schedule.card import Rating, to_json
from studytui.study.schedule.review import review
from studytui.study.store import Store
from studytui.study.store.backup import back_up, back_up_daily, is_whole
from studytui.study.store.migrations import LATEST, VERSIONS, migrate, version
from studytui.study.store.rescue import rescue

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_garbage_is_set_aside_never_deleted(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 300)
    store = Store.open(path)
    assert store.saves
    aside = next(path.parent.glob("study.db.corrupt-*"))
    assert store.notice == (
        f"The progress file was damaged: kept as {aside.name}. There was no backup, so progress starts anew."
    )
    assert aside.read_bytes().startswith(b"this is no database")
    store.mark_done("gradients", "a")
    assert Store.open(path).notice == ""


def test_a_damaged_file_is_replaced_by_its_last_good_backup(path: Path) -> None:
    first = Store.open(path)
    first.mark_done("gradients", "a")
    first.close()
    Store.open(path).close()  # makes the day's backup
    damage(path)
    store = Store.open(path)
    assert "put in its place" in store.notice
    assert store.done("gradients") == frozenset("a")
    assert list(path.parent.glob("study.db.corrupt-*"))


def test_a_damaged_backup_is_passed_over(path: Path) -> None:
    store = Store.open(path)
    store.mark_done("gradients", "old")
    for day, step in ((1, "older"), (2, "newer")):
        store.mark_done("gradients", step)
        back_up_daily(store.database.connection, path, date(2026, 3, day))
    store.close()
    damage(path.parent / "backups" / "study-day-2026-03-02.db")
    damage(path)
    assert "study-day-2026-03-01.db put in its place" in rescue(path, NOW)
    assert Store.open(path).done("gradients") == {"old", "older"}


def test_missing_tables_count_as_damage(path: Path) -> None:
    store = Store.open(path)
    store.database.connection.execute("DROP TABLE drafts")
    store.close()
    reopened = Store.open(path)
    assert "damaged" in reopened.notice
    assert reopened.draft("a", "b") is None


def test_two_damages_on_one_day_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    for text in (b"first " * 99, b"second " * 99):
        path.write_bytes(text)
        rescue(path, NOW)
    kept = sorted(path.parent.glob("study.db.corrupt-*"))
    assert [file.name for file in kept] == ["study.db.corrupt-2026-03-01", "study.db.corrupt-2026-03-01-2"]


def test_an_empty_file_is_a_new_store(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    store = Store.open(path)
    assert (store.saves, store.notice) == (True, "")


def test_where_no_folder_can_be_made_progress_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Store.open(tmp_path / "file" / "study.db")
    assert not store.saves
    assert store.notice.startswith("Progress is not saved: ")
    assert "not a directory" in store.notice.lower() or "file exists" in store.notice.lower()
    store.mark_done("gradients", "a")
    assert store.done("gradients") == frozenset("a")


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    Store.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    connection.close()
    before = path.read_bytes()
    store = Store.open(path)
    assert "written by a newer studytui" in store.notice
    assert not store.saves
    assert path.read_bytes() == before


def test_what_can_be_read_is_still_shown_when_nothing_can_be_saved(path: Path) -> None:
    first = Store.open(path)
    first.mark_done("gradients", "a")
    first.close()
    store = Store.in_memory("the folder may not be written to", path)
    assert store.notice == "Progress is not saved: the folder may not be written to"
    assert store.done("gradients") == frozenset("a")
    store.mark_done("gradients", "b")
    assert Store.open(path).done("gradients") == frozenset("a")


def test_a_read_only_folder_shows_progress_but_says_that_none_is_saved() -> None:
    # Not below tmp_path: only its owner may pass there, and the check below is made as somebody else.
    folder = Path(tempfile.mkdtemp())
    try:
        first = Store.open(folder / "study.db")
        first.mark_done("gradients", "a")
        first.close()
        for entry, mode in ((folder / "study.db", 0o444), (folder, 0o555)):
            entry.chmod(mode)
        assert as_nobody(lambda: opened_read_only(folder / "study.db")) == 0
        assert sorted(entry.name for entry in folder.iterdir()) == ["study.db"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def opened_read_only(path: Path) -> bool:
    store = Store.open(path)
    told = f"Progress is not saved: {path}: the folder or the file may not be written to"
    return not store.saves and store.notice == told and store.done("gradients") == {"a"}


def as_nobody(check: Callable[[], bool]) -> int:
    """Exit code 0 when the check holds in a process without root's power to write anywhere."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 2
    try:
        if os.getuid() == 0:
            os.setuid(65534)
        code = 0 if check() else 1
    finally:
        os._exit(code)


def test_a_backup_that_fails_does_not_keep_progress_from_being_saved(path: Path) -> None:
    Store.open(path).close()
    (path.parent / "backups").touch()
    store = Store.open(path)
    assert store.saves
    assert store.notice.startswith("Progress is saved, but could not be backed up: ")


def test_a_backup_cut_short_leaves_nothing_behind(store: Store, path: Path) -> None:
    (path.parent / "backups" / "study-day-2026-03-01.db" / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        back_up(store.database.connection, path, "day-2026-03-01")
    assert [entry.name for entry in (path.parent / "backups").iterdir()] == ["study-day-2026-03-01.db"]


def test_one_backup_a_day_and_three_of_them(path: Path) -> None:
    store = Store.open(path)
    first = date(2026, 3, 1)
    for day in (0, 0, 1, 2, 3, 4):
        back_up_daily(store.database.connection, path, first + timedelta(days=day))
    kept = sorted(file.name for file in (path.parent / "backups").iterdir())
    assert kept == [f"study-day-2026-03-0{day}.db" for day in (3, 4, 5)]
    assert all(is_whole(path.parent / "backups" / name) for name in kept)


def test_an_older_file_is_backed_up_and_then_migrated_in_one_piece(path: Path) -> None:
    store = Store.open(path)
    store.mark_done("gradients", "a")
    connection = store.database.connection
    later = (*VERSIONS, ("ALTER TABLE done ADD COLUMN note TEXT NOT NULL DEFAULT ''",))
    migrate(connection, path, later)
    assert version(connection) == LATEST + 1
    assert connection.execute("SELECT step, note FROM done").fetchall() == [("a", "")]
    assert is_whole(path.parent / "backups" / f"study-before-version-{LATEST + 1}.db")

    broken = (*later, ("ALTER TABLE done ADD COLUMN extra TEXT", "ALTER TABLE nowhere ADD COLUMN x TEXT"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, path, broken)
    assert version(connection) == LATEST + 1
    assert "extra" not in [row[1] for row in connection.execute("PRAGMA table_info(done)")]
    store.close()


def test_a_full_disk_is_told_in_words_and_the_store_lives_on(store: Store, path: Path) -> None:
    store.mark_done("gradients", "a")
    pages = store.database.connection.execute("PRAGMA page_count").fetchone()[0]
    store.database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="the disk is full; free some space"):
        store.save_draft("gradients", "a", "x" * 100_000)
    assert store.done("gradients") == frozenset("a")
    store.database.connection.execute("PRAGMA max_page_count = 100000")
    store.save_draft("gradients", "a", "x" * 100_000)
    assert Store.open(path).draft("gradients", "a") == "x" * 100_000


def test_a_file_held_by_another_program_is_told_in_words(store: Store, path: Path) -> None:
    store.database.connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="another program has held the file"):
        store.mark_done("gradients", "a")
    other.execute("ROLLBACK")
    other.close()
    store.mark_done("gradients", "a")


def test_a_file_of_version_1_keeps_all_it_held(path: Path) -> None:
    old_file(path)
    store = Store.open(path)
    assert (store.saves, store.notice, version(store.database.connection)) == (True, "", LATEST)
    assert store.done("gradients") == {"a"}
    (kept,) = store.reviews()
    assert (kept.card, int(kept.rating), kept.before) == ("gradients/q", 3, None)
    assert store.card("gradients/q") is not None
    assert is_whole(path.parent / "backups" / "study-before-version-2.db")
    assert version(sqlite3.connect(path.parent / "backups" / "study-before-version-2.db")) == 1
    store.close()


def test_two_apps_that_migrate_at_once_do_it_once(path: Path) -> None:
    old_file(path)
    code = (
        "import sys; from pathlib import Path; from studytui.study.store import Store; sys.stdin.readline()\n"
        "store = Store.open(Path(sys.argv[1])); print(store.saves, store.notice, store.done('gradients'))"
    )
    words = [sys.executable, "-c", code, str(path)]
    apps = [
        subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    for app in apps:
        assert app.stdin
        app.stdin.write("go\n")
        app.stdin.flush()
    assert {app.communicate()[0] for app in apps} == {"True  frozenset({'a'})\n"}
    assert version(sqlite3.connect(path.parent / "backups" / "study-before-version-2.db")) == 1


def test_two_apps_that_find_damage_at_once_rescue_once(path: Path) -> None:
    first = Store.open(path)
    first.mark_done("gradients", "a")
    first.close()
    Store.open(path).close()
    damage(path)
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: Store.open(path), range(4)))
    for number, store in enumerate(stores):
        assert store.saves
        store.mark_done("gradients", f"later-{number}")
    assert stores[0].done("gradients") == {"a", *(f"later-{number}" for number in range(4))}
    assert len(list(path.parent.glob("study.db.corrupt-????-??-??"))) == 1
    assert not list(path.parent.glob("study.db.corrupt-????-??-??-?"))


def test_an_open_app_goes_on_in_the_file_another_put_in_place(path: Path) -> None:
    running = Store.open(path)
    running.mark_done("gradients", "a")
    back_up_daily(running.database.connection, path, date(2026, 3, 1))
    running.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damage(path)
    other = Store.open(path)
    assert "put in its place" in other.notice
    running.mark_done("gradients", "b")
    assert other.done("gradients") == {"a", "b"}
    other.close()
    path.unlink()
    with pytest.raises(StorageError, match="is gone; start studytui again"):
        running.mark_done("gradients", "c")
    assert not path.exists()


def old_file(path: Path) -> None:
    """A file as version 1 wrote it."""
    path.parent.mkdir()
    card = to_json(review("gradients/q", Rating.GOOD, NOW))
    with sqlite3.connect(path) as connection:
        migrate(connection, None, VERSIONS[:1])
        connection.execute("INSERT INTO done VALUES ('gradients', 'a', ?)", (NOW.isoformat(),))
        connection.execute("INSERT INTO cards VALUES ('gradients/q', ?)", (card,))
        connection.execute("INSERT INTO reviews VALUES (1, 'gradients/q', 3, 2.0, ?)", (NOW.isoformat(),))
    connection.close()


def damage(path: Path) -> None:
    """Overwrite the inner pages, as a failing disk would, and leave the header as it is."""
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    for tail in ("-wal", "-shm"):
        shutil.rmtree(path.with_name(path.name + tail), ignore_errors=True)
