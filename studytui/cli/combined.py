"""All commands as one argument parser: for shell completion and the man page."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from studytui.cli import app, parsing
from studytui.cli.commands import COMMANDS, DEFAULT
from studytui.cli.parsing import Parser


def combined_parser() -> Parser:
    """`studytui` with its commands below it, each as its own file defines it."""
    found = parsing.parser("", "A terminal study companion for PyTorch.")
    found.add_argument("-V", "--version", action="store_true", help="print the version")
    app.add_options(found)
    below = found.add_subparsers(metavar="COMMAND", dest="command")
    for name, own in command_parsers():
        below.add_parser(
            name,
            parents=[own],
            add_help=False,
            help=COMMANDS[name].help,
            description=own.description,
            allow_abbrev=False,
        )
    return found


def command_parsers() -> Iterator[tuple[str, Parser]]:
    """Each command's name and parser; the app's, which needs no name, is left out."""
    for name, entry in COMMANDS.items():
        if name != DEFAULT:
            yield name, import_module(f"studytui.cli.{entry.module}").parser()
