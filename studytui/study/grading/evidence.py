"""What one run of a program showed: the values of the checked expressions, and how it ended."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Protocol

from msgspec import Struct

from studytui.runner.events import AnyEvent, Exported, Failed, Finished, Status
from studytui.runner.request import Limits, RunRequest
from studytui.study.grading.program import Program


class OneRun(Protocol):
    """What grading needs of a run: its events, the last of them `Finished`."""

    def __aiter__(self) -> AsyncIterator[AnyEvent]: ...

    def kill(self) -> None:
        """End it; nothing happens when it is over."""


class Runs(Protocol):
    """What grading needs of the runner."""

    async def start(self) -> object:
        """Be ready for runs. Raises RunnerUnavailable."""

    def run(self, request: RunRequest) -> OneRun:
        """Start a run in a fresh process."""


class Evidence(Struct, frozen=True):
    """The outcome of one program."""

    items: dict[str, dict[str, Any]]
    """Expression -> exported item."""
    ending: str = ""
    """How it stopped, when not well."""
    doubt: str = ""
    """Why its values cannot be believed."""
    seconds: float = 0.0


async def evidence(runner: Runs, program: Program, seed: int, device: str = "auto") -> Evidence:
    """Run the program once in a fresh process and gather what the checks need."""
    items: list[dict[str, Any]] = []
    failed: Failed | None = None
    finished: Finished | None = None
    await runner.start()
    run = runner.run(request(program, seed, device))
    try:
        async for event in run:
            if isinstance(event, Exported):
                items += event.items
            elif isinstance(event, Failed):
                failed = event
            elif isinstance(event, Finished):
                finished = event
    finally:
        run.kill()  # the learner may have left while it ran
    found = {str(item.get("expr")): item for item in items}
    seconds = finished.seconds if finished else 0.0
    return Evidence(found, _ending(failed, finished), _doubt(items, program), seconds)


def request(program: Program, seed: int, device: str = "auto") -> RunRequest:
    """The request that runs a program and exports what its checks look at."""
    expressions = tuple(dict.fromkeys(check.expr for check in program.checks))
    return RunRequest(
        code=program.code,
        setup=program.setup,
        device=device,
        exports=expressions,
        seed=seed,
        limits=Limits(timeout=program.timeout) if program.timeout else Limits(),
    )


def _ending(failed: Failed | None, finished: Finished | None) -> str:
    if finished is None:
        return "The run was lost."
    if finished.status is Status.OK:
        return ""
    if failed is None:
        return finished.message or f"The run ended with status {finished.status}."
    where = f" in line {failed.line}" if failed.line else ""
    return f"Stopped by {failed.error}{where}: {failed.message}"


def _doubt(items: list[dict[str, Any]], program: Program) -> str:
    names = [item.get("expr") for item in items]
    wanted = {check.expr for check in program.checks}
    if len(names) != len(set(map(str, names))):
        return "Results came more than once: only the checks may report them."
    if not wanted <= set(names):
        return "The run ended before its results could be looked at."
    return ""
