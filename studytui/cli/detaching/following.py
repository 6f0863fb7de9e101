"""A detached run told again from its first event, and then as it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from studytui.runner.detached.folder import RunFolder
from studytui.runner.detached.reading import Reader
from studytui.runner.detached.state import lost
from studytui.runner.events import AnyEvent, Finished

PAUSE = 0.1
"""Seconds between two looks for more."""


def follow(folder: RunFolder, idle: Callable[[], None]) -> Iterator[AnyEvent]:
    """Its events up to the last, which is always `Finished`. `idle`: all there was so far is told."""
    reader = Reader(folder.events)
    while True:
        watched = folder.watched  # before reading: what ends in between has then written its end
        events = reader.read()
        for event in events:
            yield event
            if isinstance(event, Finished):
                return
        if events:
            continue
        if not watched:
            yield lost(folder)
            return
        idle()
        time.sleep(PAUSE)
