"""Where no wall can be put around files, nothing runs before the user has consented, once."""

import json
import shlex
import sys

import pytest

from tests.sandbox.launchers import launcher


@pytest.fixture
def unwalled(studytui, program):
    """`studytui run` of a program behind a kernel without Landlock."""
    file, prefix = program("print('ran')"), shlex.join(launcher("no-landlock", sys.executable))
    return lambda *words: studytui("run", file, "--python", sys.executable, "--launcher", prefix, *words)


def test_consent_is_asked_for_remembered_shown_and_withdrawn(unwalled, studytui):
    refused = unwalled()
    assert (refused.returncode, refused.stdout) == (3, b"")
    assert b"--unsafe-files" in refused.stderr
    for words in (["--unsafe-files"], []):
        done = unwalled(*words)
        assert (done.returncode, done.stdout) == (0, b"ran\n")
        assert b"this run can read and change your files" in done.stderr
    withdrawn = unwalled("--no-unsafe-files")
    assert (withdrawn.returncode, withdrawn.stdout) == (3, b"")
    assert unwalled().returncode == 3


def test_consent_for_one_machine_is_none_for_another(unwalled, studytui, tmp_path):
    assert studytui("doctor", "--unsafe-files").returncode == 0
    assert unwalled().returncode == 3
    report = json.loads(studytui("doctor", "--json").stdout)
    found = {each["name"]: each for section in report["sections"] for each in section["findings"]}
    assert found["unsafe files"]["advice"] == "--no-unsafe-files withdraws it"


def test_a_consent_that_cannot_be_read_is_none(unwalled, tmp_path):
    unwalled("--unsafe-files")
    (file,) = (tmp_path / "home" / "config").iterdir()
    file.write_text("{not json")
    assert unwalled().returncode == 3
