"""Copying that arrives: in tmux's buffer, GNU screen's, or the terminal's clipboard; and it says which."""

from __future__ import annotations

import asyncio
import base64
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studytui.folders import state_dir
from studytui.tui.typed import host

if TYPE_CHECKING:
    from textual.app import App

    Base = App[Any]
else:
    Base = object

MOST = 74_994
"""Bytes of text that fit into the 100,000 which terminals read of one OSC 52."""
PATIENCE = 3.0
"""Seconds for tmux or screen to take it."""


class Copying(Base):
    """Put it before `App` among the bases: all that is copied goes where it can be pasted."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy; a message says where to. Pasting inside the app works in any case."""
        self._clipboard = text
        self.run_worker(self._copy(text), group="copy", exclusive=True)

    async def _copy(self, text: str) -> None:
        driver = self._driver
        if driver is not None:
            host(self).say(await copied(text, driver.write, os.environ))


async def copied(text: str, send: Callable[[str], object], environment: Mapping[str, str]) -> str:
    """Copy the text; returns where it is now, in words. `send` writes to the terminal."""
    lines = text.count("\n") + (not text.endswith("\n"))
    what = f"Copied {lines} line{'' if lines == 1 else 's'}"
    if environment.get("TMUX") and await _into_tmux(text):
        return f"{what} into tmux: its prefix and ] pastes"
    file = _kept(text)
    if environment.get("STY") and file and await _into("", "screen", "-X", "readbuf", str(file)):
        return f"{what} into screen: its prefix and ] pastes"
    if environment.get("TERM", "").partition("-")[0] not in ("linux", "dumb", "") and _fits(text):
        send(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a")
        return f"{what} by OSC 52, to the clipboard of your terminal" + (
            f"; if it does not take that: {file}" if file else ""
        )
    return f"{what} into {file}" if file else "Copied for this app alone: no clipboard here, and no file"


def _fits(text: str) -> bool:
    return len(text.encode()) <= MOST


async def _into_tmux(text: str) -> bool:
    """Into its buffer, and by -w (from tmux 3.2 on) from there to the terminal's clipboard."""
    return await _into(text, "tmux", "load-buffer", "-w", "-") or await _into(
        text, "tmux", "load-buffer", "-"
    )


async def _into(text: str, *command: str) -> bool:
    """Whether the command took it."""
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=nothing, stderr=nothing)
    except OSError:
        return False  # it is not installed here: the next way is tried
    try:
        await asyncio.wait_for(process.communicate(text.encode()), PATIENCE)
    except TimeoutError:
        process.kill()
        await process.wait()
    return process.returncode == 0


def _kept(text: str) -> Path | None:
    """The text in a file that only its owner reads; None where none can be written."""
    file = state_dir() / "copied.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(0o600)
        file.write_text(text, encoding="utf-8")
    except OSError:
        return None  # the words then name no file
    return file
