"""`studytui derivatives EXPR`: f and its derivatives, drawn in the plain terminal."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
from collections.abc import Sequence

from studytui.cli import parsing
from studytui.cli.running.exit_codes import exit_code
from studytui.cli.running.warming import WarmingLine
from studytui.errors import UsageError
from studytui.runner.events import Derivatives
from studytui.runner.outcome import Outcome, collect
from studytui.runner.request import DerivativeRequest, Limits, RunRequest
from studytui.runner.runner import Runner

HEIGHT = 22


def main(words: Sequence[str]) -> int:
    """Draw; returns the exit code."""
    args = parsing.parse(parser(), words)
    low, high = args.range
    if not low < high:
        raise UsageError(f"--range {low:g} {high:g}: the first number must be the smaller one")
    return asyncio.run(_draw(args))


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("derivatives", "Draw f and its derivatives, computed by autograd.")
    found.add_argument("f", metavar="EXPR", help="one line in x, in torch: 'torch.sin(x) * x**2'")
    found.add_argument(
        "--range", type=float, nargs=2, default=(-3.0, 3.0), metavar=("A", "B"), help="default -3 3"
    )
    found.add_argument("--orders", type=int, choices=(1, 2, 3), default=3, help="default 3")
    found.add_argument("--timeout", type=parsing.seconds, default=60.0, metavar="S", help="default 60")
    parsing.add_runner_options(found)
    return found


async def _draw(args: argparse.Namespace) -> int:
    runner = Runner(parsing.runner_options(args, spares=0))
    runner.on_status = WarmingLine(sys.stderr).hear
    wanted = DerivativeRequest(args.f, low=args.range[0], high=args.range[1], orders=args.orders)
    limits = Limits(timeout=args.timeout)
    try:
        outcome = await collect(
            runner, RunRequest("", device=args.device, threads=args.threads, limits=limits, derivative=wanted)
        )
    finally:
        await runner.close()
    for event in outcome.events:
        if isinstance(event, Derivatives):
            _show(event, args.f)
    return _report(outcome)


def _show(found: Derivatives, f: str) -> None:
    from studytui.cli.running.curves import picture
    from studytui.plot import derivative_chart
    from studytui.plot.formulas import formula_text

    print(f"f(x) = {f}")
    print(picture(derivative_chart(found), shutil.get_terminal_size().columns, HEIGHT))
    print("\n".join(found.notes), end="\n\n")
    print(formula_text(found))


def _report(outcome: Outcome) -> int:
    if outcome.failed is not None:
        hint = f"; {outcome.failed.hint}" if outcome.failed.hint else ""
        print(f"studytui: {outcome.failed.error}: {outcome.failed.message}{hint}", file=sys.stderr)
    elif outcome.finished.message:
        print(f"studytui: {outcome.finished.message}", file=sys.stderr)
    return exit_code(outcome.finished, interrupted=False)
