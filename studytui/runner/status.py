"""What the runner says about itself: warming up, ready, died, restarted. The header and `doctor` show it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Device(Struct, frozen=True):
    """A device runs can use."""

    id: str
    """As torch spells it: "cpu", "cuda:0"."""
    name: str = ""
    free: int = 0
    """Bytes."""
    total: int = 0
    """Bytes."""


class Ready(Struct, frozen=True):
    """Runs are answered at once from here on."""

    python: str
    torch: str
    stage: str = "full"
    """"torch": usable; "full": also what optimizers and pyplot import lazily is in memory."""
    layers: tuple[str, ...] = ()
    policy: str = "full"
    """"full", "good", or "refuse" when the user consented to running without a file wall."""
    missing: dict[str, str] = {}
    """Layer of isolation -> why it is not there."""
    devices: tuple[Device, ...] = ()
    pid: int = 0
    """Process id of the supervisor, on its host."""


class Warming(Struct, frozen=True):
    """Progress towards `Ready`."""

    stage: str
    """What is being done, in words."""
    fraction: float
    """0 to 1."""


class Waiting(Struct, frozen=True):
    """A launcher was started and nothing has come from the other side yet: a queue, a slow line."""

    launcher: str
    """The name of its program."""
    said: str = ""
    """Its last line: "job 5 queued and waiting for resources"."""


class Died(Struct, frozen=True):
    """The supervisor ended by itself; the next run starts a new one."""

    message: str


class Note(Struct, frozen=True):
    """A line for the diagnostics: a login banner, a log line."""

    text: str


RunnerStatus = Waiting | Warming | Ready | Died | Note
OnStatus = Callable[[RunnerStatus], None]


class Layer(Struct, frozen=True):
    """One layer of isolation, tried by doing it in a throw-away process."""

    name: str
    why: str = ""
    """Why it does not work here; empty: it works."""

    @property
    def works(self) -> bool:
        """Whether it walls runs off."""
        return not self.why


class Probe(Struct, frozen=True):
    """The answer to `probe`."""

    layers: tuple[Layer, ...] = ()
    policy: str = ""
