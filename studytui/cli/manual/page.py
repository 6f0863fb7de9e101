"""The whole page: every command with its options, exit codes, files and variables."""

from __future__ import annotations

import argparse

from studytui import __version__
from studytui.cli.combined import combined_parser, command_parsers
from studytui.cli.commands import ABOUT, COMMANDS, EXIT_CODES
from studytui.cli.manual.options import Meanings, meanings, options
from studytui.cli.manual.roff import Lines, bold, italic, items, paragraph, part, section, title

FILES = (
    ("config.toml", "Settings, in ~/.config/studytui. `studytui settings` and the settings screen write it."),
    ("study.db", "Progress, in ~/.local/share/studytui. Packs of lessons lie in packs/ beside it."),
)
VARIABLES = (
    ("STUDYTUI_HOME", "One folder for all of these files."),
    ("VISUAL, EDITOR", "What ^E opens the code in."),
    ("NO_COLOR", "Set to anything: no colours."),
    ("TERM, COLORTERM", "What the terminal can do; `studytui doctor` says what was made of them."),
    ("LC_ALL, LC_CTYPE, LANG", "Without UTF-8 in it, everything is drawn in ASCII."),
    ("SSH_CONNECTION, SSH_TTY, SSH_CLIENT", "When set, nothing blinks and curves are drawn less often."),
)


def page() -> str:
    """The page as roff."""
    root = combined_parser()
    shared = meanings(root)
    lines = [
        *title("studytui", __version__),
        *section("NAME", rf"studytui \- {paragraph(ABOUT)}"),
        *section("SYNOPSIS", *_synopsis()),
        *section("DESCRIPTION", *_description()),
        *section("COMMANDS"),
        *(line for name, parser in command_parsers() for line in _command(name, parser, shared)),
        *section(
            "OPTIONS", paragraph("These are the same for every command that runs code or reads lessons.")
        ),
        *options(root),
        *section("EXIT STATUS", *items(EXIT_CODES)),
        *section("ENVIRONMENT", *items(VARIABLES)),
        *section("FILES", *items(FILES)),
    ]
    return "\n".join(lines) + "\n"


def _synopsis() -> Lines:
    return [
        f"{bold('studytui')} [{italic('LESSON')}] [{italic('OPTION')} ...]",
        ".br",
        f"{bold('studytui')} {italic('COMMAND')} [{italic('OPTION')} ...]",
    ]


def _description() -> Lines:
    return [
        paragraph(
            "Without a command the app opens where you left it, or at a lesson. F1 in the app explains "
            "every key; `studytui keys` prints them."
        )
    ]


def _command(name: str, parser: argparse.ArgumentParser, shared: Meanings) -> Lines:
    about = parser.description or COMMANDS[name].help
    after = [".PP", paragraph(parser.epilog)] if parser.epilog else []
    return part(COMMANDS[name].usage, paragraph(about), *options(parser, but=shared), *after)
