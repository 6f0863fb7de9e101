"""`studytui check [PATH…]`: run everything lessons claim, and report what does not hold."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from studytui.cli import parsing
from studytui.cli.checking import report
from studytui.cli.checking.files import lesson_files
from studytui.cli.checking.recording import contents, record
from studytui.cli.running.warming import WarmingLine
from studytui.errors import Exit
from studytui.folders import bundled_lessons
from studytui.runner.runner import Runner


def main(words: Sequence[str]) -> int:
    """Check; 0 when everything holds, 2 when something does not."""
    args = parsing.parse(parser(), words)
    if args.coverage:
        from studytui.cli.checking.covering import check_coverage  # reads every lesson, runs none

        return check_coverage(args.paths, as_json=args.json)
    return asyncio.run(_check(args, lesson_files(args.paths or [bundled_lessons()])))


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("check", "Run everything lessons claim, and report what does not hold.")
    found.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: the course)"
    )
    found.add_argument(
        "--coverage", action="store_true", help="run nothing; print what of the ledger no lesson covers"
    )
    found.add_argument("--jobs", type=parsing.positive, default=2, metavar="N", help="at once (default 2)")
    found.add_argument("--json", action="store_true", help="print findings as JSON, one object a line")
    found.add_argument(
        "--record", action="store_true", help="write down beside the lessons which held, and on which torch"
    )
    parsing.add_runner_options(found)
    return found


async def _check(args: argparse.Namespace, files: tuple[Path, ...]) -> int:
    from studytui.cli.checking.several import check_all  # the questions' graders, which --help does not need

    began = time.monotonic()
    runner = Runner(parsing.runner_options(args, spares=args.jobs))
    runner.on_status = WarmingLine(sys.stderr).hear
    show = report.print_json if args.json else report.print_words
    before = contents(files)
    wrong: dict[Path, int] = {}
    try:
        async for file, complaints in check_all(runner, files, args.jobs, sys.stderr):
            show(complaints, sys.stdout)
            wrong[file] = len(complaints)
        if args.record:
            checked = [(file, content, not wrong[file]) for file, content in before.items()]
            record(checked, await runner.start(), args.device)
    finally:
        await runner.close()
    found, broken = sum(wrong.values()), sum(map(bool, wrong.values()))
    summary = report.Summary(len(files), broken, found, time.monotonic() - began)
    report.print_summary(summary, sys.stdout, as_json=args.json)
    return Exit.USAGE if found else Exit.OK
