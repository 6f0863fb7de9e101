"""`studytui import` and `studytui checkup` as a user starts them."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def studytui(tmp_path, request):
    """Run `studytui WORDS` in an empty folder with its own home."""
    home = {"STUDYTUI_HOME": str(tmp_path / "home"), "PYTHONPATH": str(request.config.rootpath)}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "studytui", *words],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, **home},
            timeout=300,
        )

    return run


@pytest.fixture
def notes(tmp_path, samples):
    """The samples as files, whose names say nothing about their format."""
    names = []
    for number, text in enumerate(samples.values()):
        (tmp_path / f"n{number}.txt").write_text(text, encoding="utf-8")
        names.append(f"n{number}.txt")
    return names


def test_imported_notes_are_lessons_that_hold(studytui, notes, tmp_path):
    done = studytui("import", *notes, "-o", "mine")
    assert done.returncode == 0, done.stderr
    assert "to answer" in done.stdout
    assert len(list((tmp_path / "mine").rglob("*.yaml"))) == len(notes)
    checked = studytui("check", "mine")
    assert checked.returncode == 0, checked.stdout
    assert "everything holds" in checked.stdout
    again = studytui("import", notes[0], "-o", "mine")
    assert again.returncode == 2
    assert "there already" in again.stderr  # what the learner has written into a lesson stays


def test_the_checkup_names_what_is_broken(studytui, tmp_path):
    (tmp_path / "bad.md").write_text("# A\n\n```python\nimport torch\nprint(torch.arrange(3))\n```\n")
    (tmp_path / "good.md").write_text("```python\nimport torch\ntorch.ones(1)  # tensor([1.])\n```\n")
    done = studytui("checkup", "bad.md", "good.md")
    assert done.returncode == 1
    assert "bad.md:4: block 1 under “A”: broken" in done.stdout
    assert "fix: line 5: `torch.arrange` → `torch.arange`" in done.stdout
    assert "good.md: 1 run as they stand" in done.stdout


def test_good_notes_pass_the_checkup_and_programs_can_read_it(studytui, tmp_path):
    (tmp_path / "a.md").write_text("# A\n\n```python\nimport torch\ntorch.ones(1)  # tensor([1.])\n```\n")
    done = studytui("checkup", "a.md", "--json")
    assert done.returncode == 0, done.stdout
    block, summary = map(json.loads, done.stdout.splitlines())
    assert (block["type"], block["verdict"], block["claims"][0]["holds"]) == ("block", "runs", True)
    assert (summary["type"], summary["blocks"], summary["broken"]) == ("summary", 1, 0)


@pytest.mark.parametrize("words", [("checkup", "."), ("checkup", "no.md"), ("import", "no.md", "-o", "d")])
def test_wrong_usage_is_one_line(studytui, words):
    done = studytui(*words)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
