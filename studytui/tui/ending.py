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


def on_continue(suspended: Callable[[], bool]) -> None:
    """Have the driver begin again only after it was suspended.

    A terminal that goes away sends SIGCONT after SIGHUP. Textual would then start a second reader of the dead
    terminal, which nobody ends: it would keep the process alive, and a processor busy, for ever.
    """
    begin_again = signal.getsignal(signal.SIGCONT)
    if callable(begin_again):
        signal.signal(signal.SIGCONT, lambda *facts: begin_again(*facts) if suspended() else None)


def keep_all(screens: Iterable[Screen[Any]]) -> None:
    """Have every screen write down what it has to."""
    for screen in screens:
        if isinstance(screen, KeepsThings):
            screen.keep()
