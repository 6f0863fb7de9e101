"""What is typed wrongly is answered in one line, with exit code 2."""

import subprocess
import sys

import pytest

from studytui import __version__
from studytui.cli.commands import COMMANDS


def test_version(studytui):
    assert studytui("--version").stdout.decode() == f"studytui {__version__}\n"


def test_help_names_every_command(studytui):
    text = studytui("--help").stdout.decode()
    assert all(entry.help in text for entry in COMMANDS.values())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_a_help_page(studytui, name):
    done = studytui(name, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"usage: studytui")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run"], "the following arguments are required: FILE"),
        (["run", "nope.py"], "nope.py: no such file or directory"),
        (["run", "."], ".: is a directory"),
        (["run", "latin.py"], "latin.py: not readable as text: byte 3 is not utf-8"),
        (["run", "zero.py"], "zero.py: holds zero bytes"),
        (["run", "coding.py"], "coding.py: not readable as text: unknown encoding"),
        (["run", "x.py", "--timeout", "soon"], "'soon' is no number of seconds"),
        (["run", "x.py", "--memory", "much"], "'much' is no size: write 512M"),
        (["run", "x.py", "--device", "gpu"], "'gpu' is no device"),
        (["run", "x.py", "--threads", "0"], "'0' is no whole number from 1"),
        (["run", "x.py", "--launcher", "ssh 'a"], "No closing quotation"),
        (["run", "x.py", "--jsno"], "unrecognized arguments: --jsno"),
        (["derivatives", "x", "--range", "3", "1"], "the first number must be the smaller one"),
        (["check", "nowhere"], "nowhere: no such file or folder"),
        (["check", "home"], "home: no lesson (*.yaml) in this folder"),
        (["play", "latin.py"], "latin.py: not readable as text"),
        (["chek"], "there is no lesson or command 'chek'; did you mean 'check'?"),
    ],
)
def test_one_line_and_code_2(studytui, tmp_path, words, said):
    (tmp_path / "latin.py").write_bytes(b"# h\xe9")
    (tmp_path / "zero.py").write_bytes(b"a\0b")
    (tmp_path / "coding.py").write_bytes(b"# coding: klingon\n")
    (tmp_path / "home").mkdir()
    done = studytui(*words)
    assert done.returncode == 2
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("studytui: ")
    assert said in line


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (["--version"], {"msgspec", "asyncio", "argparse", "textual"}),
        (["run", "--help"], {"textual", "torch", "numpy", "matplotlib", "plotext", "yaml", "fsrs", "rich"}),
        (["progress"], {"textual", "torch", "numpy", "matplotlib", "plotext", "asyncio"}),
    ],
)
def test_a_command_imports_only_what_it_needs(words, never):
    code = f"import sys; from studytui.cli.main import main\ntry: main({words!r})\nexcept SystemExit: pass\n"
    code += "print(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert never & set(done.stderr.split()) == set()
