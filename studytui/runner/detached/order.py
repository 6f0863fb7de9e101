"""What was asked for, and where it stands: the two small files beside the events of a detached run."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from studytui.runner.request import RunnerOptions, RunRequest


class Order(Struct, frozen=True):
    """Written once, before anything starts."""

    request: RunRequest
    options: RunnerOptions
    asked: datetime
    host: str
    """The machine whose process keeps watch; several may share one home folder."""


class Glance(Struct, frozen=True):
    """Written over and over, so that a list of runs need not read all their events."""

    doing: str = ""
    """What it waits for, in words; empty once the code runs."""
    began: float = 0.0
    """When the code began to run, in seconds since 1970; 0 before."""
    curve: str = ""
    """Name of the curve that tells most: a loss where there is one."""
    steps: int = 0
    last: float | str | None = None
    """Its last value; "nan", "inf" or "-inf" where that is no finite number."""
