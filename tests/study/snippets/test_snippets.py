"""Snippets are plain files, always whole, never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import StorageError
from studytui.study.snippets import Snippets
from studytui.study.snippets.names import clean_name, free_name, name_problem


@pytest.fixture
def snippets(tmp_path: Path) -> Snippets:
    return Snippets(tmp_path / "snippets")


def test_what_is_saved_is_loaded_byte_for_byte(snippets: Snippets) -> None:
    code = "x = 'σ'\r\nprint(x)\n\n"
    file = snippets.save("softmax by hand", code)
    assert file.read_bytes() == code.encode()
    assert snippets.save("softmax by hand.py", "new") == file
    assert snippets.load("softmax by hand") == "new"
    assert [entry.name for entry in snippets.folder.iterdir()] == ["softmax by hand.py"]


def test_the_last_changed_comes_first(snippets: Snippets) -> None:
    assert snippets.names() == ()
    for age, name in enumerate(("new", "older", "oldest")):
        os.utime(snippets.save(name, ""), (1000 - age, 1000 - age))
    assert snippets.names() == ("new", "older", "oldest")


def test_renaming_never_overwrites(snippets: Snippets) -> None:
    snippets.save("a", "first")
    snippets.save("b", "second")
    with pytest.raises(StorageError, match="already"):
        snippets.rename("a", "b")
    snippets.rename("a", "c")
    assert snippets.load("c") == "first"
    assert snippets.load("b") == "second"


def test_deleting_keeps_the_file_in_the_trash(snippets: Snippets) -> None:
    snippets.save("a~b".replace("~", "-"), "first")
    trashed = snippets.delete("a-b")
    assert snippets.names() == ()
    snippets.save("a-b", "second")
    with pytest.raises(StorageError, match="already"):
        snippets.restore(trashed)
    snippets.delete("a-b")
    snippets.restore(trashed)
    assert snippets.load("a-b") == "first"


def test_errors_are_words(snippets: Snippets, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no such file"):
        snippets.load("nothing")
    snippets.save("binary", "").write_bytes(b"ok \xff\xfe")
    with pytest.raises(StorageError, match=r"not UTF-8 text \(byte 3\)"):
        snippets.load("binary")
    snippets.save("huge", "x" * (2**20 + 1))
    with pytest.raises(StorageError, match="too large"):
        snippets.load("huge")
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        Snippets(tmp_path / "file" / "snippets").save("a", "x")


def test_a_failed_save_leaves_the_old_text(snippets: Snippets, monkeypatch: pytest.MonkeyPatch) -> None:
    snippets.save("a", "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="no space left"):
        snippets.save("a", "new")
    assert snippets.load("a") == "old"
    assert [entry.name for entry in snippets.folder.iterdir()] == ["a.py"]


@pytest.mark.parametrize(
    "name", ["", " ", ".py", "../up", "a/b", ".hidden", "x" * 61, "a\n", "-rf", "nul\0", "a..", "ü/"]
)
def test_names_that_cannot_be(name: str, snippets: Snippets) -> None:
    if name == "a\n":
        assert clean_name(name) == "a"
        return
    assert name_problem(name)
    with pytest.raises(StorageError):
        snippets.path(name)


@given(st.text(max_size=70))
def test_a_name_stays_in_its_folder(name: str) -> None:
    if name_problem(name) is None:
        folder = Path("/snippets")
        file = Snippets(folder).path(name)
        assert file.parent == folder
        assert not file.name.startswith(".")
        assert Path(os.path.normpath(file)) == file


def test_a_free_name_counts_up() -> None:
    assert free_name("scratch", ()) == "scratch"
    assert free_name("scratch.py", ("scratch", "scratch 2")) == "scratch 3"
