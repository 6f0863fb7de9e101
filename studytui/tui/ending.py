"""Ending the app, whatever ends it: a key, a dropped connection, a shutdown."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable
from typing import Any

from textual.screen import Screen

from studytui.tui.typed import KeepsThings

TERMINATING = (signal.SIGHUP, signal.SIGTERM)


def on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the conventional exit code when the terminal goes away or someone ends the process.

    Without this Textual dies of SIGHUP with nothing written, and SIGTERM leaves the terminal raw.
    """
    loop = asyncio.get_running_loop()
    for number in TERMINATING:
        loop.add_signal_handler(number, leave, 128 + number)


def keep_all(screens: Iterable[Screen[Any]]) -> None:
    """Have every screen write down what it has to."""
    for screen in screens:
        if isinstance(screen, KeepsThings):
            screen.keep()
