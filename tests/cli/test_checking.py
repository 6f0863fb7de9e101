"""The parts of `studytui check` that need no runs: which files, and how findings are printed."""

import io
import json

import pytest

from studytui.cli.checking.files import lesson_files
from studytui.cli.checking.report import Complaint, Summary, print_json, print_summary, print_words
from studytui.errors import UsageError

FOUND = Complaint("part/one.yaml", 12, "first-run", "stdout: expected `1`, found `2`")


def test_folders_give_their_lessons_and_files_are_taken_as_they_are(tmp_path):
    for name in ("b/two.yaml", "a/one.yml", "a/notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    one, two = tmp_path / "a/one.yml", tmp_path / "b/two.yaml"
    assert lesson_files([tmp_path]) == (one, two)
    assert lesson_files([two, tmp_path]) == (two, one)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no lesson"):
        lesson_files([tmp_path / "empty"])


def test_a_finding_is_written_as_compilers_write_it():
    out = io.StringIO()
    print_words([FOUND], out)
    assert out.getvalue() == "part/one.yaml:12: first-run: stdout: expected `1`, found `2`\n"


def test_a_finding_for_programs():
    out = io.StringIO()
    print_json([FOUND], out)
    assert json.loads(out.getvalue()) == {
        "type": "finding",
        "file": "part/one.yaml",
        "line": 12,
        "step": "first-run",
        "message": "stdout: expected `1`, found `2`",
    }


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (Summary(1, 0, 0, 0.04), "1 lesson checked in 0.0 s: everything holds.\n"),
        (Summary(52, 2, 3, 61.25), "52 lessons checked in 61.2 s: 3 findings in 2 lessons.\n"),
    ],
)
def test_the_summary(summary, words):
    out = io.StringIO()
    print_summary(summary, out, as_json=False)
    assert out.getvalue() == words
