"""`studytui quiz [LESSON]`: questions, one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.cli import parsing


def main(words: Sequence[str]) -> int:
    """Open the app at the questions; returns its exit code."""
    args = parsing.parse(parser(), words)
    from studytui.tui.start import run_app

    return run_app(
        lesson=args.lesson,
        screen="quiz",
        lessons_dir=args.lessons,
        runner_options=parsing.runner_options(args),
        trust=args.trust,
    )


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("quiz", "Answer questions, one at a time: of a lesson, or the cards that are due.")
    found.add_argument("lesson", nargs="?", metavar="LESSON", help="id of a lesson; without it, what is due")
    parsing.add_lessons_option(found)
    parsing.add_runner_options(found)
    return found
