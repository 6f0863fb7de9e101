"""Formatting with ruff, as a program of its own: it is no dependency."""

from __future__ import annotations

import asyncio
import shutil
import sys
from pathlib import Path

from textual.widgets import TextArea

from studytui.tui.typed import host

MISSING = "ruff is not installed: pip install ruff, and this key formats your code"
PATIENCE = 10.0


async def format_code(editor: TextArea) -> None:
    """Replace the editor's text by what `ruff format` makes of it; says why when it cannot."""
    program = ruff()
    if program is None:
        host(editor).say(MISSING, "warning")
        return
    before, place = editor.text, editor.cursor_location
    try:
        after = await _formatted(program, before)
    except (OSError, ValueError, TimeoutError) as error:
        host(editor).say(f"Not formatted: {error or 'it took too long'}", "warning")
        return
    if editor.text == before and after != before:
        editor.replace(after, (0, 0), editor.document.end)
        editor.move_cursor(place)


def ruff() -> str | None:
    """Where ruff is: beside this Python, or on the path."""
    beside = Path(sys.executable).with_name("ruff")
    return str(beside) if beside.exists() else shutil.which("ruff")


async def _formatted(program: str, code: str) -> str:
    """Raises OSError, TimeoutError, or ValueError with ruff's own words."""
    words = [program, "format", "--isolated", "--line-length", "88", "--stdin-filename", "code.py", "-"]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe, stderr=pipe)
    try:
        out, said = await asyncio.wait_for(process.communicate(code.encode()), PATIENCE)
    finally:
        if process.returncode is None:
            process.kill()
    if process.returncode:
        raise ValueError((said.decode("utf-8", "replace").strip().splitlines() or ["ruff failed"])[0][:200])
    return out.decode()
