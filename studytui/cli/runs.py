"""`studytui runs`: the detached runs that go on, and the last that are over."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import msgspec

from studytui.cli import parsing
from studytui.cli.detaching.words import words
from studytui.errors import Exit
from studytui.runner.detached import shelf
from studytui.runner.detached.state import look


def main(given: Sequence[str]) -> int:
    """Print them, the newest first."""
    args = parsing.parse(parser(), given)
    seen = [one for folder in shelf.runs() if (one := look(folder)) is not None]
    if args.json:
        for one in seen:
            print(msgspec.json.encode(one).decode())
    elif seen:
        print(words(seen))
    else:
        print("studytui: none; `studytui run --detach FILE` starts one", file=sys.stderr)
    return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("runs", "List the runs that were detached: those that go on, and the last 20.")
    found.add_argument("--json", action="store_true", help="print one JSON object a run")
    return found
