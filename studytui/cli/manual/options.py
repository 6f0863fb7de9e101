"""The arguments of a parser as items of a man page."""

from __future__ import annotations

import argparse

from studytui.cli.manual.roff import Lines, bold, italic, item

Meanings = frozenset[tuple[str, str | None]]


def options(parser: argparse.ArgumentParser, *, but: Meanings = frozenset()) -> Lines:
    """One item an argument, in the order they were defined; those of `but` are explained elsewhere."""
    lines: Lines = []
    for action in parser._actions:  # argparse has no public list of them
        if action.dest not in ("help", "command") and (action.dest, action.help) not in but:
            lines += item(_head(action), _help(action, parser))
    return lines


def meanings(parser: argparse.ArgumentParser) -> Meanings:
    """Name and meaning of each argument: the same name may mean something else in another command."""
    return frozenset((action.dest, action.help) for action in parser._actions)


def _head(action: argparse.Action) -> str:
    values = _values(action)
    if not action.option_strings:
        return values
    typed = ", ".join(map(bold, action.option_strings))
    return f"{typed} {values}".rstrip()


def _values(action: argparse.Action) -> str:
    if action.nargs == 0 or isinstance(action, argparse.BooleanOptionalAction):
        return ""
    if isinstance(action.metavar, tuple):
        return " ".join(map(italic, action.metavar))
    if action.choices is not None:
        return italic("|".join(map(str, action.choices)))
    return italic(action.metavar or action.dest.upper())


def _help(action: argparse.Action, parser: argparse.ArgumentParser) -> str:
    return (action.help or "") % {**vars(action), "prog": parser.prog}
