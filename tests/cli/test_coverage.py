"""`studytui check --coverage`: what of the ledger no lesson covers; nothing is run."""

import json

import pytest

LESSON = """\
id: one
title: One
part: P
minutes: 5
objectives: [x]
sources: [A-Q1, SOURCE]
steps: [{kind: explain, id: a, text: Read.}]
"""
LEDGER = """\
- {id: A-Q1, kind: question, lesson: one, statement: Why?}
- {id: B-O02, kind: open, lesson: two, statement: Wie heißt das?}
"""


@pytest.fixture
def course(tmp_path):
    """course(source): a folder with a ledger of two entries and a lesson that names A-Q1 and `source`."""

    def make(source: str) -> str:
        file = tmp_path / "course" / "p" / "one.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(LESSON.replace("SOURCE", source), encoding="utf-8")
        (tmp_path / "course" / "ledger.yaml").write_text(LEDGER, encoding="utf-8")
        return "course"

    return make


def test_all_covered(studytui, course):
    done = studytui("check", "--coverage", course("B-O02"))
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "2 entries in the ledger, all covered.\n"


def test_what_is_missing_is_printed_one_a_line(studytui, course):
    done = studytui("check", "--coverage", course("B-L01"))
    assert done.returncode == 2
    assert done.stdout.decode() == "B-O02  Wie heißt das?\n"
    assert done.stderr.decode() == "2 entries in the ledger, 1 not covered.\n"


def test_sources_nobody_knows_are_named_with_their_line(studytui, course):
    done = studytui("check", "--coverage", course("B-O77"))
    assert done.returncode == 2
    assert done.stdout.decode().splitlines() == [
        "B-O02  Wie heißt das?",
        "course/p/one.yaml:6: source `B-O77` is not in the ledger",
    ]
    assert done.stderr.decode() == "2 entries in the ledger, 1 not covered; sources nobody knows: 1.\n"


def test_for_programs(studytui, course):
    done = studytui("check", "--coverage", "--json", course("B-O77"))
    assert (done.returncode, done.stderr) == (2, b"")
    uncovered, finding, summary = map(json.loads, done.stdout.decode().splitlines())
    assert uncovered == {
        "type": "uncovered",
        "id": "B-O02",
        "kind": "open",
        "lesson": "two",
        "statement": "Wie heißt das?",
    }
    assert (finding["type"], finding["file"], finding["line"]) == ("finding", "course/p/one.yaml", 6)
    assert summary == {"type": "summary", "entries": 2, "uncovered": 1, "unknown": 1}


def test_a_lesson_that_cannot_be_read_is_named_and_covers_nothing(studytui, course, tmp_path):
    folder = course("B-L01")
    (tmp_path / folder / "p" / "two.yaml").write_text("id: two\nsources: [B-O02]\n")
    done = studytui("check", "--coverage", folder)
    assert done.returncode == 2
    assert done.stdout.decode() == "B-O02  Wie heißt das?\n"
    assert done.stderr.decode().startswith("studytui: course/p/two.yaml:1:1: ")


@pytest.mark.parametrize("words", [["p/one.yaml"], ["p", "."]])
def test_only_a_whole_course_can_be_held_against_its_ledger(studytui, course, tmp_path, words):
    done = studytui("check", "--coverage", *words, cwd=tmp_path / course("B-L01"))
    assert done.returncode == 2
    assert "name its folder, or nothing" in done.stderr.decode()


def test_a_folder_without_a_ledger(studytui, course, tmp_path):
    folder = course("B-L01")
    (tmp_path / folder / "ledger.yaml").unlink()
    done = studytui("check", "--coverage", folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "ledger.yaml:1:1: cannot be read: no such file" in done.stderr.decode()


def test_the_ledger_is_not_checked_as_a_lesson(course, tmp_path):
    from studytui.cli.checking.files import lesson_files

    folder = tmp_path / course("B-L01")
    assert lesson_files([folder]) == (folder / "p" / "one.yaml",)
