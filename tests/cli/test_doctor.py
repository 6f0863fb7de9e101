"""`studytui doctor` says what works here and what to do about the rest."""

import json

import pytest

from studytui.cli.doctor import _words
from studytui.cli.doctoring.settings import settings_section, usable


def test_a_report_for_programs(studytui):
    done = studytui("doctor", "--json")
    assert done.returncode == 0
    sections = {section["title"]: section["findings"] for section in json.loads(done.stdout)["sections"]}
    assert list(sections) == ["Runs", "Isolation", "Folders", "Settings", "Terminal"]
    found = {each["name"]: each for each in sections["Runs"]}
    assert found["torch"]["value"].startswith("2.")
    layers = {each["name"]: each["value"] for each in sections["Isolation"]}
    assert layers["file wall"] == "yes"
    assert any(each["value"].endswith("/home/data") for each in sections["Folders"])


def test_a_report_for_people(studytui):
    text = studytui("doctor").stdout.decode()
    assert "✓ torch" in text
    assert "standard output is not a terminal" in text


def test_without_torch_it_says_how_to_get_it(studytui):
    done = studytui("doctor", "--python", "/nowhere/python")
    assert done.returncode == 3
    assert "✗ /nowhere/python" in done.stdout.decode()
    assert "--python PATH" in done.stdout.decode()


def test_a_home_that_cannot_be_used_is_named(studytui, tmp_path):
    (tmp_path / "home").write_text("a file, no folder")
    text = studytui("doctor", "--python", "/nowhere/python").stdout.decode()
    assert "cannot be written to" in text
    assert "STUDYTUI_HOME" in text


def test_it_names_the_packs_and_whether_they_are_trusted(studytui, tmp_path):
    part = tmp_path / "home/data/packs/extras/1-part"
    part.mkdir(parents=True)
    (part / "one.yaml").write_text("id: one")
    said = studytui("doctor").stdout.decode()
    assert f"extras (1 lesson, not trusted yet) in {part.parent}" in said


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("", "✓ file"),
        ('theme = "pink"', "config.toml:1: theme: Invalid enum value 'pink'; it is one of study-dark"),
        ('profile = "gpu"', "'gpu' is to be used, and there is no [profiles.gpu]"),
        ('[keys]\nrun = "crtl+r"\nhepl = "f9"', "did you mean 'ctrl+r'?"),
        ('[keys]\nrun = "ctrl+r"\nhepl = "f9"', "there is no command 'hepl'; did you mean 'help'?"),
        ('[keys]\nrun = "ctrl+y"', "keys  1 of your own"),
    ],
)
def test_it_says_what_in_the_settings_does_not_work(tmp_path, monkeypatch, config, said):
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    (tmp_path / "config/config.toml").write_text(config)
    assert usable().theme == "study-dark"
    assert said in _words([settings_section()])


def test_a_broken_file_of_settings_does_not_keep_it_from_looking(studytui, tmp_path):
    (tmp_path / "home/config").mkdir(parents=True)
    (tmp_path / "home/config/config.toml").write_text("theme = = 1")
    done = studytui("doctor", "--python", "/nowhere/python")
    assert done.returncode == 3
    assert "config.toml:1:" in done.stdout.decode()
