"""What the commands' argument parsers share."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from studytui.cli import consent
from studytui.errors import UsageError
from studytui.folders import bundled_lessons
from studytui.runner.request import RunnerOptions
from studytui.runner.sizes import parse_size
from studytui.settings.file import load
from studytui.settings.model import Settings, Where
from studytui.settings.places import chosen

_DEVICE = re.compile(r"auto|cpu|mps|cuda(?::\d+)?")


class Parser(argparse.ArgumentParser):
    """An argument parser that raises UsageError with one line instead of printing a page and leaving."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is."""
        raise UsageError(f"{message}; `{self.prog} --help` shows the usage")


def parser(command: str, about: str) -> Parser:
    """An empty parser for `studytui COMMAND`."""
    return Parser(prog=f"studytui {command}".rstrip(), description=about, allow_abbrev=False)


def add_runner_options(into: argparse.ArgumentParser) -> None:
    """Options that say where and how code runs."""
    group = into.add_argument_group("where code runs")
    group.add_argument("--profile", metavar="NAME", help="a place of config.toml; options below go before it")
    group.add_argument("--device", type=device, help="auto (default), cpu, cuda or cuda:N")
    group.add_argument("--threads", type=positive, metavar="N", help="for torch (default 1)")
    group.add_argument("--python", metavar="PATH", help="interpreter with torch")
    group.add_argument(
        "--launcher",
        type=words,
        metavar="CMD",
        help='command that carries runs elsewhere: "ssh gpu07", "srun --gres=gpu:1"',
    )
    group.add_argument(
        "--unsafe-files",
        action=argparse.BooleanOptionalAction,
        help="consent to runs without a wall around your files; remembered for this machine until withdrawn",
    )


def add_lessons_option(into: argparse.ArgumentParser) -> None:
    """Where the lessons are."""
    into.add_argument(
        "--lessons",
        type=Path,
        default=bundled_lessons(),
        metavar="DIR",
        help="folder of lessons (default: its own)",
    )
    into.add_argument(
        "--trust", action="store_true", help="lessons from elsewhere may run their code, as they are now"
    )


def runner_options(args: argparse.Namespace, *, spares: int = 1) -> RunnerOptions:
    """The options given, as the runner wants them."""
    return RunnerOptions(
        python=args.python,
        launcher=args.launcher,
        device=args.device,
        threads=args.threads,
        unsafe_files=consent.settle(args.unsafe_files, args.launcher),
        spares=spares,
    )


def device(text: str) -> str:
    """A device name."""
    if not _DEVICE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no device: auto, cpu, cuda, cuda:0, …")
    return text


def positive(text: str) -> int:
    """A whole number from 1."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return int(text)


def seconds(text: str) -> float:
    """Seconds, 0 or more."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return value


def size(text: str) -> int:
    """Bytes: 512M, 1.5G."""
    try:
        return parse_size(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def words(text: str) -> tuple[str, ...]:
    """A command line, split as a shell would."""
    try:
        return tuple(shlex.split(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}") from error


def parse(
    into: argparse.ArgumentParser, given: Sequence[str], settings: Settings | None = None
) -> argparse.Namespace:
    """The arguments given; what they leave open of where code runs, config.toml says, or `settings`.

    Raises UsageError.
    """
    args = into.parse_args(list(given))
    return _placed(args, settings or load()) if "profile" in args else args


def _placed(args: argparse.Namespace, settings: Settings) -> argparse.Namespace:
    given = {name: getattr(args, name) for name in Where.__struct_fields__}
    if args.launcher is not None:
        given["launcher"] = shlex.join(args.launcher)
    place = chosen(settings, args.profile, given)
    for name in Where.__struct_fields__:
        setattr(args, name, getattr(place, name))
    try:
        args.launcher = words(place.launcher)
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"launcher {error}") from error
    return args
