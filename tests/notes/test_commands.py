"""`studytui import` and `studytui checkup` as a user starts them."""

import json
import os
import subprocess
import sys

import pytest

from studytui.study.shelf import Shelf
from studytui.study.store import Store


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


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Whether the app opens the folder without a question, as the same user."""

    def is_open(folder: str) -> bool:
        monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path / "home"))
        store = Store.open()
        try:
            return not Shelf(tmp_path / folder, store).closed
        finally:
            store.close()

    return is_open


def test_own_notes_are_trusted_at_once_and_what_they_no_longer_make_goes(studytui, tmp_path, opened):
    file = tmp_path / "notes.md"
    sections = (f"## Part {n}\n\nWords {n}.\n\n```python\nprint({n})\n```\n\n" for n in range(20))
    file.write_text("# One\n\n" + "".join(sections))
    done = studytui("import", file.name, "-o", "mine")
    assert done.returncode == 0, done.stderr
    several = sorted((tmp_path / "mine").rglob("*.yaml"))
    assert len(several) > 1
    assert opened("mine")
    file.write_text("# One\n\n## Part 1\n\nWords.\n\n```python\nprint(1)\n```\n")
    done = studytui("import", file.name, "-o", "mine", "--force")
    assert done.stdout.count("removed, the notes no longer make this lesson") == len(several)
    [left] = (tmp_path / "mine").rglob("*.yaml")
    assert opened("mine")
    foreign = left.with_name("foreign.yaml")
    foreign.write_text(left.read_text().partition("\n")[2].replace(f"id: {left.stem}", "id: foreign"))
    assert not opened("mine")
    assert studytui("import", file.name, "-o", "mine", "--force").returncode == 0
    assert foreign.exists()
    assert not opened("mine"), "a lesson that came from elsewhere is not trusted along"


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
