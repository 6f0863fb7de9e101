"""`studytui run FILE|-`: what `python FILE` prints, from a fresh walled process, and then the curves."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from studytui.cli import parsing
from studytui.cli.program import read_program
from studytui.cli.running.default_memory import default_memory
from studytui.cli.running.exit_codes import exit_code
from studytui.cli.running.interrupts import Interrupts
from studytui.cli.running.json_lines import JsonLines
from studytui.cli.running.like_python import LikePython
from studytui.cli.running.listener import Listener
from studytui.cli.running.open_files import OpenFilesLine
from studytui.cli.running.standard_input import StandardInput
from studytui.cli.running.warming import WarmingLine
from studytui.errors import UsageError
from studytui.runner.beside import modules_beside
from studytui.runner.request import Limits, RunRequest
from studytui.runner.runner import Runner

EVERYTHING = 1 << 50
"""Bytes: as python does, all output is passed on."""
DETACHED_OUTPUT = 8 << 20
"""Bytes of each stream that are written down while nobody looks on: the first, and the last 64 KiB."""


def main(words: Sequence[str]) -> int:
    """Run a program; returns its exit code, or the code of how it was ended."""
    args = parsing.parse(parser(), words)
    if args.detach:
        return _detach(args)
    return asyncio.run(_run(args, read_program(args.program)))


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("run", "Run a Python file in a fresh process, and draw the curves it recorded.")
    found.add_argument("program", metavar="FILE", help="a Python file, or - for standard input")
    found.add_argument("--timeout", type=parsing.seconds, default=0.0, metavar="S", help="default: none")
    found.add_argument("--memory", type=parsing.size, default=0, metavar="SIZE", help="such as 512M or 4G")
    found.add_argument("--json", action="store_true", help="print events, one JSON object a line")
    found.add_argument(
        "--grad-norm", action="store_true", help="record the length of the gradient at each optimizer step"
    )
    found.add_argument("--plot", action="store_true", help="draw curves even into a file or pipe")
    found.add_argument(
        "--detach", action="store_true", help="let it outlive this terminal: studytui attach shows it again"
    )
    found.add_argument(
        "--export",
        type=Path,
        metavar="DIR",
        help="save each plot as SVG, PNG and CSV, and the run as Markdown",
    )
    parsing.add_runner_options(found)
    return found


def _detach(args: argparse.Namespace) -> int:
    """What is drawn or saved is so by whoever attaches."""
    if args.plot or args.export is not None:
        raise UsageError("--plot and --export go with `studytui attach`, not with --detach")
    from studytui.cli.detaching.start import start  # most runs stay

    request = msgspec.structs.replace(
        _request(args, read_program(args.program)),
        interactive=False,
        limits=_limits(args, DETACHED_OUTPUT),
    )
    return start(request, parsing.runner_options(args, spares=0), as_json=args.json)


async def _run(args: argparse.Namespace, code: str) -> int:
    runner = Runner(parsing.runner_options(args, spares=0))
    runner.on_status = OpenFilesLine(sys.stderr, WarmingLine(sys.stderr).hear).hear
    listener: Listener = JsonLines() if args.json else LikePython(plot=args.plot or sys.stdout.isatty())
    if args.export is not None:
        listener = exporting(listener, args.export, args.program, code)
    try:
        await runner.start()
        run = runner.run(_request(args, code), raw=not args.json)
        with Interrupts(run) as interrupts, StandardInput(run, taken=args.program == "-"):
            async for event in run:
                listener.hear(event)
        return exit_code(listener.finished, interrupted=interrupts.count > 0)
    finally:
        await runner.close()


def exporting(inner: Listener, folder: Path, program: str, code: str) -> Listener:
    """The listener, and files of what it hears."""
    from studytui.cli.running.exporter import Exporter  # nothing that only prints needs the plots

    return Exporter(inner, folder, "stdin" if program == "-" else Path(program).stem, code)


def _request(args: argparse.Namespace, code: str) -> RunRequest:
    name = "<stdin>" if args.program == "-" else args.program
    return RunRequest(
        code,
        name=name,
        device=args.device,
        threads=args.threads,
        interactive=args.program != "-",
        modules=() if args.program == "-" else modules_beside(Path(args.program), code),
        grad_norm=args.grad_norm,
        limits=_limits(args, EVERYTHING),
    )


def _limits(args: argparse.Namespace, output: int) -> Limits:
    memory = args.memory or default_memory(local=not args.launcher)
    return Limits(timeout=args.timeout, memory=memory, output=output)
