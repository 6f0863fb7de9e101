"""The commands, so that `--help` needs none of their files."""

from __future__ import annotations

from textwrap import wrap
from typing import NamedTuple


class Entry(NamedTuple):
    """One command: its file in this folder, how it is written, and what it does."""

    module: str
    usage: str
    help: str


DEFAULT = "app"
ABOUT = "A terminal study companion for PyTorch: read, run, change, predict, plot and remember."
EXIT_CODES = (
    ("0", "ok"),
    ("1", "the code failed"),
    ("2", "usage or an invalid lesson"),
    ("3", "no usable torch"),
    ("4", "timeout"),
    ("5", "memory"),
    ("6", "killed or crashed"),
    ("130", "interrupted"),
)

COMMANDS = {
    "app": Entry("app", "[LESSON]", "open the app where you left it, or at a lesson"),
    "run": Entry("run", "run FILE|-", "run a file in a fresh process, as python would, and draw its curves"),
    "runs": Entry("runs", "runs", "runs that were detached: those that go on, and the last that are over"),
    "attach": Entry("attach", "attach [ID]", "show a detached run from its first line on, and follow it"),
    "play": Entry("play", "play [FILE]", "open the playground: code left, result right"),
    "quiz": Entry("quiz", "quiz [LESSON]", "answer questions, one at a time"),
    "review": Entry("review", "review [--plain]", "repeat what is due; --plain: in lines of text"),
    "derivatives": Entry("derivatives", "derivatives EXPR", "draw f and its derivatives in this terminal"),
    "check": Entry("check", "check [PATH…]", "run everything lessons claim, and report what does not hold"),
    "checkup": Entry("checkup", "checkup NOTES…", "run the code in your notes; say what is broken or not so"),
    "import": Entry(
        "import_notes", "import FILE | NOTES… -o DIR", "take in exported progress, or turn notes into lessons"
    ),
    "new": Entry("new", "new ID", "write the file of a new lesson, to be filled in"),
    "progress": Entry("progress", "progress", "what is done and still known, and what to do next"),
    "export": Entry("export", "export FILE", "write your progress as JSON, or your cards for Anki"),
    "doctor": Entry("doctor", "doctor", "what works here, what is missing, and how to get it"),
    "settings": Entry("settings", "settings [NAME [VALUE]]", "what is set; setting it"),
    "keys": Entry("keys", "keys", "every key of the app"),
    "man": Entry("man", "man", "print the manual page: studytui man | man -l -"),
    "completion": Entry("completion", "completion SHELL", "make bash, zsh or fish complete these words"),
}


WIDTH = 100
"""Columns of the sentences below the list."""


def overview() -> str:
    """The text of `studytui --help`."""
    width = max(len(entry.usage) for entry in COMMANDS.values())
    lines = [f"  studytui {entry.usage:<{width}}  {entry.help}" for entry in COMMANDS.values()]
    codes = ", ".join(f"{code} {words}" for code, words in EXIT_CODES)
    versions = (
        "`studytui COMMAND --help` lists the options of a command. `studytui --version` prints the version."
    )
    return "\n".join([ABOUT, "", *lines, "", *wrap(versions, WIDTH), *wrap(f"Exit codes: {codes}.", WIDTH)])
