"""A folder of lessons: in order, with whatever is broken named and the rest still there."""

import pytest

from studytui.course.library import Library
from studytui.errors import LessonError


def ids(lessons):
    return [lesson.id for lesson in lessons]


def test_lessons_come_by_number_within_their_parts(folder):
    course = {
        "two/d": "number: 3",
        "one/b": "number: 2",
        "one/a": "number: 1",
        "two/z": "",
        "two/c": "number: 4",
    }
    library = Library.open(folder(course))
    assert ids(library.lessons) == ["a", "b", "d", "c", "z"]
    assert [(part.title, ids(part.lessons)) for part in library.parts] == [
        ("one", ["a", "b"]),
        ("two", ["d", "c", "z"]),
    ]
    assert library.broken == ()


def test_a_part_stays_together(folder):
    library = Library.open(folder({"one/a": "number: 1", "two/b": "number: 2", "one/c": "number: 3"}))
    assert ids(library.lessons) == ["a", "c", "b"]


def test_the_lessons_beside(folder):
    library = Library.open(folder({"one/a": "number: 1", "two/b": "number: 2"}))
    assert library.after("a") is library.get("b")
    assert library.before("b") is library.get("a")
    assert (
        library.before("a")
        is library.after("b")
        is library.after("nowhere")
        is library.get("nowhere")
        is None
    )


def test_a_broken_lesson_stops_no_other(folder):
    root = folder({"one/a": "number: 1", "one/b": "nubmer: 2"})
    library = Library.open(root)
    assert ids(library.lessons) == ["a"]
    assert [str(error) for error in library.broken] == [
        f"{root}/one/b.yaml:7:1: unknown key `nubmer`, did you mean `number`?"
    ]


def test_only_lesson_files_are_looked_at(folder):
    root = folder({"one/a": ""})
    (root / "lesson.schema.json").write_text("{}")
    (root / "ledger.yaml").write_text("not: a lesson")
    (root / "one" / "notes.md").write_text("x")
    (root / "one" / ".a.yaml.swp.yaml").write_text("x")
    (root / ".hidden").mkdir()
    (root / ".hidden" / "b.yaml").write_text("x")
    library = Library.open(root)
    assert (ids(library.lessons), library.broken) == (["a"], ())


def test_files_that_cannot_be_read_are_named(folder):
    root = folder({"one/a": ""})
    (root / "one" / "b.yaml").symlink_to("nowhere.yaml")
    (root / "one" / "c.yaml").mkdir()
    (root / "one" / "d.yaml").write_bytes(b"\xff\xfea\x00")
    words = [str(error).removeprefix(f"{root}/one/") for error in Library.open(root).broken]
    assert words == [
        "b.yaml:1:1: cannot be read: no such file or directory",
        "c.yaml:1:1: not a file, expected a lesson in YAML",
        "d.yaml:1:1: written as UTF-16, expected UTF-8",
    ]


def test_a_file_without_permission_is_named(folder, monkeypatch):
    root = folder({"one/a": "", "one/b": ""})
    opened = type(root).open

    def refuse(path, *args, **kwargs):
        if path.name == "b.yaml":  # the tests may run as root, whom no file mode stops
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(type(root), "open", refuse)
    library = Library.open(root)
    assert ids(library.lessons) == ["a"]
    assert "b.yaml:1:1: cannot be read: permission denied" in str(library.broken[0])


def test_an_empty_folder_is_no_library(tmp_path):
    with pytest.raises(LessonError, match=r"no lessons here, expected <part>/<id>\.yaml"):
        Library.open(tmp_path)
    with pytest.raises(LessonError, match="nowhere: no such file or directory"):
        Library.open(tmp_path / "nowhere")


def test_the_same_id_twice(folder):
    root = folder({"one/a": "number: 1", "two/a": "number: 2"})
    library = Library.open(root)
    assert [lesson.part for lesson in library.lessons] == ["one"]
    assert str(library.broken[0]).endswith(f"lesson `a` a second time, the first is {root}/one/a.yaml")


@pytest.mark.parametrize(
    ("requires", "words"),
    [
        ("[nowhere]", "requires `nowhere`, and there is no such lesson"),
        ("[c]", "requires `c`, which comes later in the course"),
        ("[b]", "requires `b`, which comes later in the course"),
        ("[a, broken]", ""),
    ],
)
def test_lessons_agree_about_their_order(folder, requires, words):
    course = {"one/a": "number: 1", "one/b": f"number: 2\nrequires: {requires}", "one/c": "number: 3"}
    library = Library.open(folder({**course, "one/broken": "x: y"}))
    told = [str(error) for error in library.broken if "broken.yaml" not in str(error)]
    assert ids(library.lessons) == ["a", "b", "c"], "it can still be read"
    assert [words in line for line in told] == ([True] if words else [])


def test_a_number_taken_twice(folder):
    library = Library.open(folder({"one/a": "number: 1", "one/b": "number: 1"}))
    assert "one/b.yaml:1:1: number 1 is taken by `a`" in str(library.broken[0])


def test_positions_are_there_for_whoever_asks(folder):
    loaded = Library.open(folder({"one/a": ""})).load("a")
    assert loaded.lesson.id == "a"
    assert loaded.where(("steps", 0, "text")) == (6, 40)
