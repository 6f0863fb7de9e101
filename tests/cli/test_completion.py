"""Shells complete studytui's words: asked of real shells, with the script that is printed."""

import os
import shutil
import subprocess
import sys

import pytest

from studytui.cli.combined import command_parsers
from studytui.cli.commands import COMMANDS, DEFAULT

ASK = """
source "$SCRIPT"
while IFS= read -r line; do
  IFS=' ' read -ra COMP_WORDS <<< "$line"
  [[ $line == *' ' ]] && COMP_WORDS+=("")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
  $(complete -p studytui | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
  echo "${COMPREPLY[*]}"
done
"""


@pytest.fixture
def shell(studytui, tmp_path, monkeypatch, request):
    """Ask `shell`, with its completion script in force and studytui on the path; the lines it answers."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/studytui"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m studytui "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(request.config.rootpath))
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path / "home"))

    def ask(name: str, program: str, given: str = "") -> list[str]:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed")
        script = tmp_path / f"script.{name}"
        script.write_bytes(studytui("completion", name).stdout)
        monkeypatch.setenv("SCRIPT", str(script))
        done = subprocess.run(
            [name, "-c", program], input=given, cwd=tmp_path, capture_output=True, text=True, timeout=120
        )
        assert done.stderr == ""
        return done.stdout.splitlines()

    return ask


def test_bash_completes_commands_options_choices_files_and_names(shell, studytui, tmp_path):
    (tmp_path / "home/config").mkdir(parents=True)
    (tmp_path / "home/config/config.toml").write_text('[profiles.far]\nlauncher = "ssh far"\n')
    (tmp_path / "prog.py").write_text("")
    answers = {
        "studytui che": "check checkup",
        "studytui grad": "gradients",  # a lesson stands where a command may
        "studytui quiz grad": "gradients",
        "studytui run --tim": "--timeout",
        "studytui run pro": "prog.py",
        "studytui run --device c": "cpu cuda",
        "studytui run --profile f": "far",
        "studytui review --mode ": "due mixed claims",
        "studytui completion ": "bash zsh fish",
        "studytui settings new": "new_per_day",
    }
    found = shell("bash", ASK, "\n".join(answers) + "\n")
    assert dict(zip(answers, found, strict=True)) == answers


def test_fish_completes_them_too(shell):
    program = "source $SCRIPT; complete -C 'studytui grad'; complete -C 'studytui review --mode '"
    words = [line.partition("\t")[0] for line in shell("fish", program)]
    assert words[0] == "gradients"
    assert set(words[1:]) == {"due", "mixed", "claims"}


def test_zsh_takes_the_script(shell):
    program = 'autoload -U compinit; compinit -u -D; eval "$(<$SCRIPT)"; print -l $_comps[studytui]'
    assert shell("zsh", program) == ["_shtab_studytui"]


def test_every_command_has_a_parser():
    assert {name for name, _ in command_parsers()} == set(COMMANDS) - {DEFAULT}


def test_without_a_shell_it_asks_for_one(studytui):
    done = studytui("completion")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"studytui completion bash|zsh|fish" in done.stderr
