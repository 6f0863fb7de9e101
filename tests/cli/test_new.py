"""`studytui new ID`: a lesson to fill in, which then passes `check`."""

import re

from studytui.course.loading import load_lesson

SNIPPET = "x = torch.arange(3.)\n      print(x)"
FILLED = {
    "first-run": {
        "# FILL IN code to run": SNIPPET,
        "FILL_IN": "x",
        "FILL IN what it prints": "tensor([0., 1., 2.])",
    },
    "myth": {"# FILL IN code that refutes it": SNIPPET, "FILL IN what it prints": "tensor([0., 1., 2.])"},
    "your-turn": {
        "# FILL IN where the learner begins": "x = torch.zeros(2)",
        "# FILL IN one right way": "x = torch.ones(2)",
        "FILL_IN": "x",
        "FILL IN what it comes to": "tensor([1., 1.])",
    },
    "quiz": {
        "FILL_IN": "torch.ones(2).sum() == 2",
        "# FILL IN code": "print(torch.ones(1))",
        "FILL IN what it prints": "tensor([1.])",
    },
}  # fmt: skip


def filled(text: str) -> str:
    """The template with everything written that it asks for."""
    head, *steps = re.split(r"(?=\n  - kind: )", text)
    for index, step in enumerate(steps):
        for gap, words in FILLED.get(re.search(r"id: (\S+)", step)[1], {}).items():
            assert gap in step
            step = step.replace(gap, words)
        steps[index] = step
    return re.sub("FILL IN (a |an |what )?", "The ", "".join([head, *steps]))


def test_a_new_lesson_can_be_read_at_once_and_check_names_every_gap(studytui, tmp_path):
    done = studytui("new", "second-look", "--lessons", "mine", "--part", "2-own-part")
    assert done.returncode == 0
    file = tmp_path / "mine/2-own-part/second-look.yaml"
    assert done.stdout.decode().splitlines()[0] == "mine/2-own-part/second-look.yaml"
    assert load_lesson(file).part == "Own part"
    checked = studytui("check", "mine")
    assert checked.returncode == 2
    gaps = [
        number
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if re.search("FILL[ _]IN", line)
    ]
    said = checked.stdout.decode()
    named = {int(number) for number in re.findall(r"yaml:(\d+): .*is still to be filled in", said)}
    assert named == set(gaps)


def test_filled_in_it_passes(studytui, tmp_path):
    studytui("new", "second-look")
    file = tmp_path / "1-lessons/second-look.yaml"
    file.write_text(filled(file.read_text()))
    done = studytui("check", "1-lessons/second-look.yaml")
    assert (done.stdout.decode().rsplit(" in ", 1)[0], done.returncode) == ("1 lesson checked", 0), (
        done.stdout.decode()
    )


def test_a_lesson_that_is_there_is_left_alone(studytui, tmp_path):
    studytui("new", "second-look")
    file = tmp_path / "1-lessons/second-look.yaml"
    file.write_text("mine")
    done = studytui("new", "second-look", "--part", "2-more")
    assert done.returncode == 2
    assert b"1-lessons/second-look.yaml is there already" in done.stderr
    assert file.read_text() == "mine"
    assert studytui("new", "Second Look").returncode == 2
