"""Records of verified lessons: read, written, held against what a lesson is now."""

import pytest

from studytui.course.found import lesson_files
from studytui.course.standing import Known, standing
from studytui.course.verified import Record, content_of, load_records, release, save_records
from studytui.errors import LessonError
from studytui.folders import bundled_lessons

RECORD = Record(content="abc", torch="2.13.0", device="cpu", on="2026-11-21")


@pytest.mark.parametrize(
    ("record", "content", "torch", "known", "words"),
    [
        (RECORD, "abc", "2.13.1+cu126", Known.HOLDS, "verified on torch 2.13, cpu"),
        (RECORD, "abc", "", Known.HOLDS, "verified on torch 2.13, cpu"),
        (RECORD, "abc", "2.6.0", Known.OTHER_TORCH, "verified on torch 2.13, cpu; yours is 2.6"),
        (
            RECORD,
            "abd",
            "2.13.0",
            Known.EDITED,
            "not verified: edited after it was verified on torch 2.13, cpu",
        ),
        (None, "abc", "2.13.0", Known.NEVER, "not verified yet"),
    ],
)
def test_what_a_record_says_of_a_lesson(record, content, torch, known, words):
    found = standing(record, content, torch)
    assert (found.known, found.words, found.good) == (known, words, known is Known.HOLDS)


def test_what_is_written_is_read_back(tmp_path):
    file = tmp_path / "verified.json"
    assert load_records(file) == {}
    save_records(file, {"b": RECORD, "a": RECORD})
    assert list(load_records(file)) == ["a", "b"]
    assert load_records(file)["a"] == RECORD
    assert [each.name for each in tmp_path.iterdir()] == ["verified.json"]


def test_a_file_that_holds_no_records_is_named(tmp_path):
    file = tmp_path / "verified.json"
    file.write_text('{"a": {"content": 3}}')
    with pytest.raises(LessonError, match=r"verified.json:1:1: no records .* Expected `str`"):
        load_records(file)


def test_a_release_is_major_and_minor():
    assert release("2.13.0a0+git1234") == "2.13"


def test_every_lesson_that_is_shipped_is_recorded_as_it_is_now():
    """After an edit: `studytui check --record lessons/PART/ID.yaml`."""
    records = load_records(bundled_lessons() / "verified.json")
    files = lesson_files(bundled_lessons())
    edited = [
        file.stem
        for file in files
        if file.stem not in records or records[file.stem].content != content_of(file)
    ]
    assert edited == []
    assert set(records) == {file.stem for file in files}
