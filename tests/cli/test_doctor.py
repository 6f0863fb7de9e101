"""`studytui doctor` says what works here and what to do about the rest."""

import json


def test_a_report_for_programs(studytui):
    done = studytui("doctor", "--json")
    assert done.returncode == 0
    sections = {section["title"]: section["findings"] for section in json.loads(done.stdout)["sections"]}
    assert list(sections) == ["Runs", "Isolation", "Folders", "Terminal"]
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
