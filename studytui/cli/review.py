"""`studytui review`: the cards that are due, in the app or in plain lines."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from secrets import token_hex

from studytui.cli import parsing
from studytui.errors import Exit, UsageError
from studytui.settings.file import load

MODES = ("due", "mixed", "claims")


def main(words: Sequence[str]) -> int:
    """Review; returns the exit code."""
    args = parsing.parse(parser(), words)
    if args.plain:
        return asyncio.run(_plain(args))
    if not sys.stdin.isatty():
        raise UsageError("the app needs a terminal; `studytui review --plain` works without one")
    from studytui.tui.start import run_app

    return run_app(
        lesson=None,
        screen="review",
        lessons_dir=args.lessons,
        runner_options=parsing.runner_options(args),
        trust=args.trust,
    )


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("review", "Repeat what is due, before it is forgotten.")
    found.add_argument(
        "--plain", action="store_true", help="lines of text only: for screen readers, scripts and ssh"
    )
    found.add_argument(
        "--mode",
        choices=MODES,
        default="due",
        help="with --plain: due cards (default), mixed practice of weak topics, claims to judge",
    )
    found.add_argument("--lesson", metavar="ID", help="with --plain: all questions of one lesson")
    found.add_argument(
        "--new",
        type=_count,
        metavar="N",
        help="with --plain: new cards a day (default: new_per_day of config.toml, 10)",
    )
    found.add_argument(
        "--count", type=parsing.positive, metavar="N", help="with --plain: at most N questions"
    )
    parsing.add_lessons_option(found)
    parsing.add_runner_options(found)
    return found


async def _plain(args: argparse.Namespace) -> int:
    from studytui.cli.reviewing.rounds import sources
    from studytui.cli.reviewing.session import Session
    from studytui.cli.reviewing.talk import Talk
    from studytui.runner.runner import Runner
    from studytui.study.shelf import Shelf
    from studytui.study.store import Store

    store, talk = Store.open(), Talk()
    runner = Runner(parsing.runner_options(args, spares=1))
    try:
        if store.notice:
            print(f"studytui: {store.notice}", file=sys.stderr)
        shelf = Shelf(args.lessons, store, trust=args.trust)
        shelf.require_first()
        new = load().new_per_day if args.new is None else args.new
        found = sources(shelf.library(), store, args.mode, args.lesson, new, token_hex(4))
        if found:
            await Session(found[: args.count], store, runner, talk).run()
        else:
            talk.say(_nothing(args))
    finally:
        await runner.close()
        store.close()
    return Exit.OK


def _nothing(args: argparse.Namespace) -> str:
    if args.lesson:
        return "This lesson has no questions."
    return "Nothing to ask now: no card is due, and new ones come from the lessons you read."


def _count(text: str) -> int:
    return 0 if text == "0" else parsing.positive(text)
