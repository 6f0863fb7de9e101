"""`studytui [LESSON]`: the app."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from studytui.cli import parsing
from studytui.cli.commands import COMMANDS
from studytui.cli.parsing import Parser
from studytui.errors import UsageError


def main(words: Sequence[str]) -> int:
    """Open the app; returns its exit code."""
    args = parsing.parse(parser(), words)
    if (args.lesson or "") != "" and not any(args.lessons.glob(f"*/{args.lesson}.yaml")):
        raise UsageError(_unknown(args.lesson, [file.stem for file in args.lessons.glob("*/*.yaml")]))
    from studytui.tui.start import run_app

    return run_app(
        lesson=args.lesson,
        lessons_dir=args.lessons,
        runner_options=parsing.runner_options(args),
        trust=args.trust,
    )


def parser() -> Parser:
    """Its arguments."""
    found = parsing.parser(
        "", "Open the app where you left it, or at a lesson. More commands: studytui --help"
    )
    found.add_argument("lesson", nargs="?", metavar="LESSON", help="id of a lesson")
    add_options(found)
    return found


def add_options(into: Parser) -> None:
    """The options of the app, which are also those of `studytui` without a command."""
    parsing.add_lessons_option(into)
    parsing.add_runner_options(into)


def _unknown(lesson: str, lessons: list[str]) -> str:
    close = get_close_matches(lesson, [*lessons, *COMMANDS], n=1)
    hint = (
        f"did you mean {close[0]!r}?"
        if close
        else "`studytui` lists the lessons, `studytui --help` the commands"
    )
    return f"there is no lesson or command {lesson!r}; {hint}"
