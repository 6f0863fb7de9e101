"""Run one block in the sandbox and read what each of its statements did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from studytui.notes.checkup import inside
from studytui.runner.events import Status
from studytui.runner.outcome import Outcome, collect
from studytui.runner.request import MIB, Limits, RunRequest
from studytui.runner.runner import Runner

MARK = "@@studytui-probe "
SECONDS = 120.0
SEED = 0


class Mistake(Struct, frozen=True):
    """An exception that a statement raised, or that kept the block from being parsed."""

    type: str
    message: str
    line: int
    """Of the block, from 1."""
    column: int = 1
    name: str = ""
    """What was not found."""
    near: tuple[str, ...] = ()
    """Names like it that do exist, the likeliest first."""

    def words(self) -> str:
        """`NameError: name 'x' is not defined`, on one line."""
        line = " ".join(self.message.split())
        return f"{self.type}: {line if len(line) <= 160 else line[:159] + '…'}".rstrip(": ")


class Did(Struct, frozen=True):
    """What one statement did."""

    line: int
    last: int
    value: str | None = None
    """`repr` of the expression, or of what was assigned to a single name."""
    type: str = ""
    out: str = ""
    """What it printed."""
    answers: dict[str, str | None] = {}
    error: Mistake | None = None
    seconds: float = 0.0


class Probe(Struct, frozen=True):
    """What a block did."""

    statements: tuple[Did, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    """In order; empty when all of it ran."""
    supply: Mistake | None = None
    """What went wrong before the block itself."""
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """All of it ran."""
        return not self.mistakes

    @property
    def reached(self) -> int:
        """Statements that went well before the first mistake."""
        failed = (number for number, did in enumerate(self.statements) if did.error is not None)
        return next(failed, len(self.statements))

    @property
    def out(self) -> str:
        """Everything printed."""
        return "".join(did.out for did in self.statements)


async def probe(
    runner: Runner,
    code: str,
    supplies: Sequence[str] = (),
    asks: Mapping[int, Iterable[str]] | None = None,
    seed: int = SEED,
) -> Probe:
    """Run `code` after `supplies`, statement by statement, going on after errors.

    `asks`: last line of a statement -> expressions to evaluate after it. Raises RunnerUnavailable.
    """
    asked = {str(line): list(expressions) for line, expressions in (asks or {}).items()}
    call = f"studytui_probe({list(supplies)!r}, {code!r}, {asked!r})"
    limits = Limits(timeout=SECONDS, output=8 * MIB)
    request = RunRequest(code=f"{_program()}\n{call}", limits=limits, seed=seed, name="check-up.py")
    return read_probe(await collect(runner, request))


@cache
def _program() -> str:
    return (Path(inside.__file__).parent / "probe.py").read_text(encoding="utf-8")


def read_probe(outcome: Outcome) -> Probe:
    """What the program in the sandbox reported; lines that are no reports are the block's own doing."""
    statements: list[Did] = []
    mistakes: list[Mistake] = []
    supply: Mistake | None = None
    finished = False
    for item in _items(outcome.stdout):
        kind = item.get("kind")
        if kind == "statement":
            statements.append(msgspec.convert(item, Did))
        elif kind == "syntax":
            mistakes.append(msgspec.convert(item["error"], Mistake))
        elif kind == "supply":
            supply = supply or msgspec.convert(item["error"], Mistake)
        finished = finished or kind in ("end", "syntax")
    mistakes += [did.error for did in statements if did.error is not None]
    if not finished:
        mistakes.append(_cut_short(outcome, statements))
    return Probe(tuple(statements), tuple(mistakes), supply, outcome.finished.seconds)


def _items(stdout: str) -> list[dict[str, object]]:
    found = []
    for line in stdout.splitlines():
        if line.startswith(MARK):
            try:
                found.append(json.loads(line.removeprefix(MARK)))
            except ValueError:
                continue  # the block printed something that only looks like a report
    return [item for item in found if isinstance(item, dict)]


def _cut_short(outcome: Outcome, statements: Sequence[Did]) -> Mistake:
    """The run was over before the block was."""
    if outcome.failed is not None and outcome.finished.status is Status.ERROR:
        return Mistake(outcome.failed.error, outcome.failed.message, 1)
    line = statements[-1].last + 1 if statements else 1
    return Mistake(str(outcome.finished.status), outcome.finished.message, line)
