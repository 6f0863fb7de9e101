"""`studytui attach [ID]`: a detached run from its first line on, then live; Ctrl+C leaves it running."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from studytui.cli import parsing
from studytui.cli.detaching.following import follow
from studytui.cli.detaching.live import LiveLine
from studytui.cli.running.exit_codes import exit_code
from studytui.cli.running.json_lines import JsonLines
from studytui.cli.running.like_python import LikePython
from studytui.cli.running.listener import Listener
from studytui.errors import Exit, StorageError
from studytui.runner.detached import shelf
from studytui.runner.detached.folder import RunFolder
from studytui.runner.events import Finished


def main(words: Sequence[str]) -> int:
    """Follow a run or stop it; returns what `studytui run` would have, 0 where it goes on."""
    args = parsing.parse(parser(), words)
    folder = shelf.find(args.id)
    try:
        return _stop(folder) if args.stop else _attach(folder, args)
    except KeyboardInterrupt:
        print(
            f"\nstudytui: run {folder.id} goes on; studytui attach {folder.id} --stop ends it",
            file=sys.stderr,
        )
        return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser(
        "attach", "Show a detached run from its first line on, and follow it. Ctrl+C leaves it running."
    )
    found.add_argument("id", nargs="?", default="", metavar="ID", help="its number; default: the newest")
    found.add_argument("--stop", action="store_true", help="end it, and wait until it has ended")
    found.add_argument("--all", action="store_true", help="all it printed, even to a terminal, however much")
    found.add_argument("--json", action="store_true", help="print events, one JSON object a line")
    found.add_argument("--plot", action="store_true", help="draw curves even into a file or pipe")
    found.add_argument("--export", type=Path, metavar="DIR", help="at its end, save plots and the run there")
    return found


def _attach(folder: RunFolder, args: argparse.Namespace) -> int:
    listener: Listener
    if args.json:
        listener, idle = JsonLines(), _nothing
    else:
        person = sys.stdout.isatty()
        like_python = LikePython(plot=args.plot or person)
        live = LiveLine(like_python, folder, sys.stderr, everything=args.all or not person)
        listener, idle = live, live.idle
    order = folder.order()
    if args.export is not None and order is not None:
        from studytui.cli.running.exporter import Exporter  # nothing that only prints needs the plots

        listener = Exporter(listener, args.export, Path(order.request.name).stem, order.request.code)
    for event in follow(folder, idle):
        listener.hear(event)
    return exit_code(listener.finished, interrupted=False)


def _nothing() -> None:
    """Programs need not be told that nothing happens."""


def _stop(folder: RunFolder) -> int:
    """Ends it; one that is over already stays as it ended."""
    over = not folder.watched
    try:
        folder.ask_to_stop()
    except OSError as error:
        raise StorageError(f"{folder.path}: the run cannot be told to stop: {error.strerror}") from error
    last = [event for event in follow(folder, _nothing) if isinstance(event, Finished)][-1]
    words = "was over already" if over else f"was stopped after {last.seconds:.1f} s"
    print(f"run {folder.id} {words}", flush=True)
    return Exit.OK
