"""Packs of lessons: closed until trusted, asked for again when changed, followed while they are written."""

import pytest

from studytui.course.packs import installed_packs, pack_at
from studytui.folders import bundled_lessons
from studytui.study.shelf import Shelf
from studytui.study.store import Store

LESSON = """id: {id}
title: T
part: P
minutes: 5
objectives: [x]
steps: [{{kind: explain, id: s, text: {text}}}]
"""


def write(folder, name, text="Hello"):
    file = folder / "1-part" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(LESSON.format(id=name, text=text))
    return file


@pytest.fixture
def packs(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path / "home"))
    return tmp_path / "home/data/packs"


@pytest.fixture
def store():
    return Store.in_memory("")


def ids(shelf):
    return [lesson.id for lesson in shelf.library().lessons]


def test_a_foreign_folder_is_closed_until_it_is_trusted(tmp_path, packs, store):
    write(tmp_path / "mine", "one")
    shelf = Shelf(tmp_path / "mine", store)
    assert ids(shelf) == []
    assert [(closed.pack.name, closed.lessons) for closed in shelf.closed] == [("mine", 1)]
    shelf.trust(shelf.closed[0].pack)
    assert ids(shelf) == ["one"]
    assert shelf.closed == ()


def test_trust_is_remembered_for_this_content_only(tmp_path, packs, store):
    file = write(tmp_path / "mine", "one")
    Shelf(tmp_path / "mine", store, trust=True)
    assert ids(Shelf(tmp_path / "mine", store)) == ["one"]
    file.write_text(file.read_text().replace("Hello", "Goodbye"))
    assert ids(Shelf(tmp_path / "mine", store)) == []
    file.write_text(file.read_text().replace("Goodbye", "Hello"))
    assert ids(Shelf(tmp_path / "mine", store)) == ["one"]


def test_the_course_itself_needs_no_trust_and_packs_stand_beside_it(packs, store):
    write(packs / "extras", "my-own")
    write(packs / "extras", "gradients")
    shelf = Shelf(bundled_lessons(), store)
    assert [closed.pack.name for closed in shelf.closed] == ["extras"]
    assert "my-own" not in ids(shelf)
    shelf.trust(shelf.closed[0].pack)
    library = shelf.library()
    assert library.lessons[-1].id == "my-own"
    assert library.parts[-1].title == "P (extras)"
    (taken,) = library.broken
    assert "extras/1-part/gradients.yaml:1:1: lesson `gradients` a second time" in str(taken)


def test_edits_are_seen_and_a_lesson_that_breaks_is_kept_as_it_was(tmp_path, packs, store):
    file = write(tmp_path / "mine", "one")
    write(tmp_path / "mine", "two")
    shelf = Shelf(tmp_path / "mine", store, trust=True)
    library = shelf.library()
    assert shelf.watched
    assert not shelf.changed()
    file.write_text("steps: [")
    assert shelf.changed()
    after = shelf.library(library)
    assert [lesson.id for lesson in after.lessons] == ["one", "two"]
    assert after.file("one") == file
    assert "one.yaml:2:1: did not find" in str(after.broken[0])
    assert not shelf.changed()
    file.unlink()
    assert [lesson.id for lesson in shelf.library(after).lessons] == ["two"]


def test_no_packs_folder_is_no_packs(packs):
    assert installed_packs() == ()
    assert not pack_at(bundled_lessons()).foreign
