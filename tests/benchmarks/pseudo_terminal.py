"""Start a program in a pseudo-terminal and time what a person at the other end would see."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

import pyte


def milliseconds_until(
    command: list[str], text: str, environment: dict[str, str], size: tuple[int, int] = (80, 24)
) -> float:
    """Milliseconds from starting `command` until `text` stands on its screen; the program is then killed.

    Raises TimeoutError when it does not appear within 30 s.
    """
    begin = time.perf_counter()
    pid, master = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", **environment})
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    try:
        while time.perf_counter() - begin < 30:
            if not select.select([master], [], [], 0.5)[0]:
                continue
            stream.feed(os.read(master, 65536))
            if any(text in line for line in screen.display):
                return (time.perf_counter() - begin) * 1e3
        raise TimeoutError(f"{text!r} never appeared; the screen: " + "\n".join(screen.display))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.close(master)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)
