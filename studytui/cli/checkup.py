"""`studytui checkup NOTES…`: run every block of notes, and say what is broken and what is not so."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence

from studytui.cli import parsing
from studytui.cli.notes.checked import add_notes, checked, read_all
from studytui.errors import Exit


def main(given: Sequence[str]) -> int:
    """Check; 0 when all of it runs and holds, 1 when something is broken or wrong."""
    return asyncio.run(_checkup(parsing.parse(parser(), given)))


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("checkup", "Run every block of notes in order, and say what is broken or not so.")
    add_notes(found)
    found.add_argument("--all", action="store_true", help="list blocks that are fine as well")
    found.add_argument("--json", action="store_true", help="print JSON, one object a line")
    parsing.add_runner_options(found)
    return found


async def _checkup(args: argparse.Namespace) -> int:
    from studytui.cli.notes.json_lines import json_lines
    from studytui.cli.notes.report import notable, words

    well = True
    async for each in checked(args, read_all(args)):
        for line in json_lines(each) if args.json else words(each, everything=args.all):
            print(line, flush=True)
        well = well and not each.known and not any(map(notable, each.blocks))
    return Exit.OK if well else Exit.LEARNER
