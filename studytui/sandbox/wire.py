"""The wire between the app and the supervisor: names, bounds and framing. Shared by both ends.

App to supervisor: JSON lines with "op". Supervisor to app: frames, `MARK` + ASCII JSON with "ev" + newline.
Whatever precedes the first frame is noise of the launcher (login banners), shown as diagnostics only.
"""

from __future__ import annotations

import json
from typing import Any, Dict, Optional

PACKAGE = "studytui_sandbox"
"""Name under which the bundle is imported where it runs."""

MARK = b"\x1e"
LINE_LIMIT = 64 * 1024
"""Longest message line a run may write to file descriptor 3, newline included, in bytes."""
REQUEST_LIMIT = 8 << 20
"""Longest line the app may send, in bytes."""


class Op:
    """What the app asks for."""

    HELLO = "hello"
    RUN = "run"
    INTERRUPT = "interrupt"
    KILL = "kill"
    INPUT = "input"
    EOF = "eof"
    ASK = "ask"
    PROBE = "probe"
    QUIT = "quit"


class Ev:
    """What the supervisor says."""

    WARMING = "warming"
    READY = "ready"
    STARTED = "started"
    OUT = "out"
    MSG = "msg"
    TRUNCATED = "truncated"
    SETTLED = "settled"
    """The code has ended and its process stays for questions; `done` follows when that one ends."""
    DONE = "done"
    PROBE = "probe"
    LOG = "log"
    FATAL = "fatal"


VERBS = frozenset(
    (
        "layers",
        "series",
        "value",
        "variables",
        "exported",
        "derivatives",
        "figure",
        "exc",
        "input",
        "inspected",
        "lines",
        "settled",
        "answered",
    )
)
"""Messages a run may send on file descriptor 3. All are for display: none of them changes any state."""


class Status:
    """How a run ended."""

    OK = "ok"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    KILLED = "killed"
    CRASHED = "crashed"


class Reason:
    """Why a run was ended from outside; None when it ended by itself."""

    INTERRUPTED = "interrupted"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    PROCESSES = "processes"
    DISK = "disk"
    IDLE = "idle"
    KILLED = "killed"
    LOST = "lost"


EXIT_UNCONFINED = 96
"""Exit code of a run that refused to start because a required layer did not load."""


def frame(ev: str, **fields: Any) -> bytes:
    """One frame, ready to write. ASCII only, so relays that rewrite bytes above 127 cannot harm it."""
    return MARK + json.dumps({"ev": ev, **fields}).encode("ascii") + b"\n"


def request(op: str, **fields: Any) -> bytes:
    """One line of the app, ready to write."""
    return json.dumps({"op": op, **fields}).encode("ascii") + b"\n"


def parse(line: bytes) -> Optional[Dict[str, Any]]:
    """The JSON object in `line`, with or without the mark; None when it is not one (noise, or forged)."""
    try:
        value = json.loads(line[1:] if line.startswith(MARK) else line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def message(line: bytes) -> Optional[Dict[str, Any]]:
    """A message of a run, as `parse`, if its verb is one of `VERBS` and it is not too long."""
    value = parse(line) if len(line) <= LINE_LIMIT else None
    verb = value.get("verb") if value is not None else None
    return value if isinstance(verb, str) and verb in VERBS else None
