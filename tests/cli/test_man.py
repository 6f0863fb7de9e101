"""The manual page is roff that groff takes without a warning, and holds every command and option."""

import shutil
import subprocess

import pytest

from studytui.cli.combined import command_parsers
from studytui.cli.commands import COMMANDS, DEFAULT
from studytui.cli.manual.page import page
from studytui.cli.manual.roff import paragraph

FORMAT = ["groff", "-man", "-Tutf8", "-ww", "-rLL=100n", "-P-cbou"]


@pytest.fixture(scope="module")
def shown() -> str:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    done = subprocess.run(FORMAT, input=page().encode(), capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().replace("−", "-")  # as groff draws it; man makes it the one that is typed


def test_it_names_every_command_with_its_options(shown):
    for entry in COMMANDS.values():
        assert entry.module == DEFAULT or f"   {entry.usage}\n" in shown
    flat = " ".join(shown.split())
    for _, parser in command_parsers():
        for action in parser._actions:
            assert action.dest == "help" or all(option in flat for option in action.option_strings)


def test_it_tells_exit_codes_and_files(shown):
    assert shown.index("EXIT STATUS") < shown.index("130    interrupted") < shown.index("~/.config/studytui")


def test_the_command_prints_it(studytui):
    assert studytui("man").stdout.decode() == page()


def test_no_text_is_taken_for_a_request():
    assert paragraph('.so "x" -- a\\b é') == r"\&.so \(dqx\(dq \-\- a\eb \[u00E9]"
