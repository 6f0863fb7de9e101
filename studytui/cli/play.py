"""`studytui play [FILE]`: the playground."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from studytui.cli import parsing
from studytui.cli.program import read_file


def main(words: Sequence[str]) -> int:
    """Open the playground; returns the app's exit code."""
    args = parsing.parse(parser(), words)
    if args.file is not None and args.file.exists():
        read_file(args.file)  # refuses here, in one line, what the editor could not show
    from studytui.tui.start import run_app

    return run_app(
        lesson=None,
        screen="playground",
        lessons_dir=args.lessons,
        runner_options=parsing.runner_options(args),
        trust=args.trust,
        play_file=args.file,
    )


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("play", "Open the playground: code left, result right. With FILE, edit that file.")
    found.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a Python file")
    parsing.add_lessons_option(found)
    parsing.add_runner_options(found)
    return found
