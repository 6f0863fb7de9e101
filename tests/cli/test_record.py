"""`studytui check --record`: what held is written beside the lessons, what did not loses its record."""

from studytui.course.verified import content_of, load_records

LESSON = """id: {name}
title: T
part: P
minutes: 5
objectives: [x]
steps:
  - kind: snippet
    id: s
    code: print({value})
    expect: {{stdout: '1'}}
"""


def test_it_records_what_held_and_forgets_what_does_not(studytui, tmp_path):
    for name in ("one", "two"):
        file = tmp_path / f"course/1-part/{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(LESSON.format(name=name, value=1))
    assert studytui("check", "--record", "course").returncode == 0
    records = load_records(tmp_path / "course/verified.json")
    assert set(records) == {"one", "two"}
    assert records["two"].content == content_of(file)
    assert records["two"].torch.count(".") == 2

    file.write_text(LESSON.format(name="two", value=2))
    done = studytui("check", "--record", "course/1-part/two.yaml")
    assert done.returncode == 2
    assert b"course/1-part/two.yaml:10: s: expected `1`, and it printed `2`" in done.stdout
    assert set(load_records(tmp_path / "course/verified.json")) == {"one"}
