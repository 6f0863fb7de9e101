"""What the README says is so: every command in it is run, every file it names is there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text("utf-8")
COMMAND = re.compile(r"`(studytui(?: [^`]*)?)`")
NEEDS_A_TERMINAL = re.compile(r"studytui( \[LESSON\]| --lessons \w+| --profile \w+| play| quiz)?")
"""The app: without a terminal it says so in words."""
FILES = {
    "program.py": "import torch\nw = torch.ones(2, requires_grad=True)\nfor _ in range(9):\n"
    "    loss = (w ** 2).sum()\n    loss.backward()\n",
    "notes.md": "# Notes\n\n```python\nimport torch\nprint(torch.arange(3))\n```\n",
}
BEFORE = {
    "studytui import mine.json": ("studytui export mine.json",),
    "studytui --profile gpu": ("studytui settings profiles.gpu.launcher 'ssh gpu07'",),
}
"""What the README has told to do by then."""
ENDLESS = ("studytui attach", "studytui check")
"""Their own tests run them: they need something detached, or a minute and more."""


def commands() -> list[str]:
    return sorted(set(COMMAND.findall(TEXT)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learner's folder with a program and notes in it."""
    made = tmp_path_factory.mktemp("learner")
    for name, text in FILES.items():
        (made / name).write_text(text)
    return made


def run(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    replaced = command.replace("[LESSON]", "").replace("FILE", "program.py").replace("DIR", "kept")
    words = shlex.split(replaced)
    environment = {**os.environ, "STUDYTUI_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )


def test_the_readme_speaks_of_enough_commands_to_be_worth_a_test():
    assert len(commands()) > 25


@pytest.mark.parametrize("command", [each for each in commands() if each not in ENDLESS])
def test_every_command_works(command, folder):
    for before in BEFORE.get(command, ()):
        run(before, folder)
    if command == "studytui check FILE":
        command = f"studytui check {next(ROOT.glob('lessons/*/start-here.yaml'))}"
    done = run(command, folder)
    said = (done.stdout + done.stderr).decode()
    if NEEDS_A_TERMINAL.fullmatch(command):
        assert (done.returncode, "needs a terminal" in said) == (2, True), said
    else:
        assert done.returncode == 0, said


def test_every_command_of_the_program_is_in_the_readme():
    from studytui.cli.commands import COMMANDS

    missing = [name for name in COMMANDS if name != "app" and f"studytui {name}" not in TEXT]
    assert not missing


def test_every_file_it_names_is_there():
    named = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert named
    assert all((ROOT / name).exists() for name in named)


def test_its_modules_can_be_run():
    for name in re.findall(r"-m (tests\.\w+)", TEXT):
        assert (ROOT / name.replace(".", "/") / "__main__.py").is_file(), name
