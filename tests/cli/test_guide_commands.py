"""Every command in the guide for authors does what its comment says."""

import re
import shlex

from studytui.cli import app, parsing
from studytui.folders import bundled_lessons

GUIDE = (bundled_lessons() / "README.md").read_text(encoding="utf-8")
(BLOCK,) = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
COMMANDS = [shlex.split(line.partition("#")[0])[1:] for line in BLOCK.splitlines()]


def test_the_commands_of_the_guide(studytui, tmp_path):
    new, check, show, record = COMMANDS
    written = tmp_path / studytui(*new).stdout.decode().splitlines()[0]
    assert str(written.relative_to(tmp_path)) in BLOCK
    assert written.is_file()
    said = studytui(*check)
    assert said.returncode == 2
    assert b"is still to be filled in" in said.stdout
    args = parsing.parse(app.parser(), show)
    assert (args.lesson, str(args.lessons), args.trust) == (written.stem, "mine", True)
    assert record[:2] == ["check", "--record"]


def test_the_options_it_names_exist(studytui):
    usage = studytui("check", "--help").stdout.decode() + studytui("--help").stdout.decode()
    named = set(re.findall(r"`(--[a-z]+)", GUIDE))
    assert named >= {"--json", "--jobs", "--trust"}
    usage += studytui("play", "--help").stdout.decode()
    assert {option for option in named if option not in usage} == set()
