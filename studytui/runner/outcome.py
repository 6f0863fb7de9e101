"""A whole run as one frozen value: for grading, for `check`, and for tests."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from studytui.runner.events import (
    AnyEvent,
    Exported,
    Failed,
    Finished,
    SeriesPoints,
    Status,
    Stderr,
    Stdout,
)
from studytui.runner.request import RunRequest
from studytui.runner.runner import Runner


class Outcome(Struct, frozen=True):
    """What a run said, gathered."""

    events: tuple[AnyEvent, ...]
    stdout: str
    stderr: str
    series: dict[str, SeriesPoints]
    """Name -> the final batch of that series: exact count, first, last, min and max."""
    exported: dict[str, dict[str, Any]]
    """Expression -> what it came to."""
    failed: Failed | None
    finished: Finished

    @property
    def ok(self) -> bool:
        """Whether the code ran to its end."""
        return self.finished.status is Status.OK


async def collect(runner: Runner, request: RunRequest) -> Outcome:
    """Run to the end; if cancelled, kill the run. Raises RunnerUnavailable when nothing can be run."""
    await runner.start()
    run = runner.run(request)
    try:
        return gather([event async for event in run])
    finally:
        run.kill()  # does nothing once it has finished


def gather(events: list[AnyEvent]) -> Outcome:
    """The outcome that these events of one run amount to; the last must be `Finished`."""
    finished = events[-1]
    if not isinstance(finished, Finished):
        raise ValueError("a run's events end with Finished")
    exported = [item for event in events if isinstance(event, Exported) for item in event.items]
    return Outcome(
        events=tuple(events),
        stdout="".join(event.text for event in events if isinstance(event, Stdout)),
        stderr="".join(event.text for event in events if isinstance(event, Stderr)),
        series={event.name: event for event in events if isinstance(event, SeriesPoints) and event.final},
        exported={str(item["expr"]): item for item in exported if "expr" in item},
        failed=next((event for event in events if isinstance(event, Failed)), None),
        finished=finished,
    )
