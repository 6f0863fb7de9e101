"""Lines out, lines in: no cursor is moved, no colour is set, nothing is drawn over."""

from __future__ import annotations

import asyncio
import sys
import threading


class Talk:
    """Standard output and input."""

    def say(self, text: str = "") -> None:
        """Print a text."""
        print(text, flush=True)

    async def ask(self, prompt: str) -> str | None:
        """The line answered, without its end; None when there is no more input."""
        print(prompt, end=" ", flush=True)
        loop = asyncio.get_running_loop()
        line: asyncio.Future[str] = loop.create_future()
        # A daemon: waiting for a line must not delay the end of the program.
        threading.Thread(target=_read, args=(loop, line), daemon=True).start()
        text = await line
        if not sys.stdin.isatty():
            print(flush=True)
        return text.rstrip("\r\n") if text else None


def _read(loop: asyncio.AbstractEventLoop, line: asyncio.Future[str]) -> None:
    try:
        text = sys.stdin.readline()
    except (ValueError, OSError):  # closed, or not text: there is no more input
        text = ""
    if not loop.is_closed():
        loop.call_soon_threadsafe(lambda: None if line.done() else line.set_result(text))
