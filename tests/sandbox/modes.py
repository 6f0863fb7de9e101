"""The kinds of user and machine the sandbox is tried as: who runs it, and which layers there are."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.client import Client

STRANGER = 12345
"""A user id without account or powers, for seeing that root is not needed."""
SECRET = "s3cret-of-the-environment"
"""In the environment of every supervisor: no run may ever see it."""


@dataclass(frozen=True)
class Mode:
    """`stranger`: run as `STRANGER`, otherwise as whoever runs the tests."""

    name: str
    stranger: bool = False
    namespaces: bool = False
    without: str = ""
    """Name of the launcher that takes layers away."""
    policy: frozenset[str] = field(default=frozenset({"full"}))

    @property
    def forks(self) -> bool:
        """Whether a run may start processes at all: only where the gate counts them."""
        return not self.without


_LESS = frozenset({"good", "full"})
WALLED = (Mode("namespaces", namespaces=True), Mode("plain"))
UNGATED = (
    Mode("ungated", without="listened", policy=_LESS),
    Mode("old", without="old-landlock", policy=frozenset({"good"})),
)


def both(modes: tuple[Mode, ...]) -> list[Mode]:
    """Each mode as the tests' own user and as a stranger."""
    others = [Mode(f"stranger-{m.name}", True, m.namespaces, m.without, m.policy) for m in modes]
    return [*modes, *others]


TODAY = pytest.mark.parametrize(
    "walled", both((*WALLED, UNGATED[0])), indirect=True, scope="session", ids=lambda mode: mode.name
)
"""For what does not depend on the version of Landlock."""


def open_mode(mode: Mode, request: Any) -> Client:
    """A fully warm client in this mode, with a home folder of its own; skips where it cannot be had."""
    start: Callable[..., Client] = request.getfixturevalue("start")
    make_home: Callable[[int], Path] = request.getfixturevalue("make_home")
    python, user, group, popen = None, os.getuid(), os.getgid(), {}
    if mode.stranger:
        python = request.getfixturevalue("stranger_python")
        user = group = STRANGER
        popen = {"user": user, "group": group, "extra_groups": [], "cwd": "/"}
    home = make_home(user)
    popen["env"] = {**os.environ, "HOME": str(home), "AWS_SECRET_ACCESS_KEY": SECRET}
    one = start(python, popen, mode.without, namespaces=mode.namespaces)
    one.home, one.user, one.mode, one.popen = home, (user, group), mode, popen
    frame = one.ready()
    if frame["ev"] == "fatal" and mode.namespaces:
        pytest.skip("no namespaces here: " + frame["message"])
    assert frame["ev"] == "ready", frame
    assert frame["policy"] in mode.policy, frame
    return one
