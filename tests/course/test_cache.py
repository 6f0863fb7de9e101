"""Lessons are read once; a file that changes is read anew, and a cache that is lost costs time only."""

import os

import pytest

from studytui.course import cache as caching
from studytui.course import loading as reading
from studytui.course.cache import LessonCache
from studytui.course.library import Library


@pytest.fixture
def course(folder):
    return folder({"one/a": "number: 1", "one/b": "number: 2"})


@pytest.fixture
def opened(course, tmp_path, monkeypatch):
    """opened(): the library through the cache, and the names of the files that were read for it."""
    read = reading.load_lesson
    names = []

    def noted(file):
        names.append(file.stem)
        return read(file)

    monkeypatch.setattr(reading, "load_lesson", noted)

    def open_library():
        names.clear()
        library = Library.open(course, LessonCache(tmp_path / "state" / "cache"))
        return library, tuple(names)

    return open_library


def test_the_second_time_nothing_is_read_and_all_is_the_same(opened, course):
    first, read = opened()
    assert read == ("a", "b")
    second, read = opened()
    assert read == ()
    assert second.lessons == first.lessons == Library.open(course).lessons


def test_a_file_that_changed_is_read_anew(opened, course):
    opened()
    file = course / "one" / "a.yaml"
    file.write_text(file.read_text().replace("title: T", "title: U"))
    library, read = opened()
    assert read == ("a",)
    assert library.get("a").title == "U"
    assert opened()[1] == ()


def test_a_file_put_back_with_its_old_time_is_read_anew(opened, course):
    opened()
    file = course / "one" / "a.yaml"
    times = file.stat()
    file.write_text(file.read_text().replace("title: T", "title: V"))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    library, read = opened()
    assert (read, library.get("a").title) == (("a",), "V")


def test_broken_and_removed_lessons_are_not_remembered(opened, course):
    opened()
    (course / "one" / "a.yaml").write_text("id: a")
    assert len(opened()[0].broken) == len(opened()[0].broken) == 1
    (course / "one" / "a.yaml").unlink()
    library, read = opened()
    assert (read, [lesson.id for lesson in library.lessons]) == ((), ["b"])


def test_another_loader_reads_all_files(opened, monkeypatch):
    opened()
    monkeypatch.setattr(caching, "loader_version", lambda: "of tomorrow")
    assert opened()[1] == ("a", "b")


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00garbage", b"\x92\xa1x\x80", os.urandom(400)],
    ids=["empty", "garbage", "another shape", "random"],
)
def test_a_damaged_cache_is_no_cache(opened, tmp_path, data):
    opened()
    (tmp_path / "state" / "cache").write_bytes(data)
    assert opened()[1] == ("a", "b")
    assert opened()[1] == ()


def test_where_nothing_can_be_written_all_is_read(course, tmp_path):
    (tmp_path / "file").write_text("in the way of the folder")
    cache = LessonCache(tmp_path / "file" / "cache")
    assert len(Library.open(course, cache).lessons) == 2


def test_every_folder_has_a_cache_of_its_own(tmp_path, monkeypatch, course):
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path / "home"))
    Library.open(course, LessonCache.of(course))
    LessonCache.of(tmp_path).save()
    assert len(list((tmp_path / "home" / "state" / "lessons").glob("*.msgpack"))) == 1
