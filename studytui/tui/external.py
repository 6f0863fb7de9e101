"""Editing in the learner's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import SuspendNotSupported
from textual.widgets import TextArea

from studytui.tui.typed import host


def edit_outside(editor: TextArea) -> None:
    """Open the text in $VISUAL or $EDITOR and take back what was saved; says why when that cannot be done."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        host(editor).say("Set EDITOR in your shell to edit elsewhere: export EDITOR=vim", "warning")
        return
    with tempfile.TemporaryDirectory(prefix="studytui-") as folder:
        file = Path(folder) / "snippet.py"
        file.write_text(editor.text, encoding="utf-8")
        words = _open(editor, shlex.split(command), file)
        text = file.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    if words:
        host(editor).say(words, "error")
    elif text != editor.text.rstrip("\n"):
        editor.replace(text, (0, 0), editor.document.end)


def _open(editor: TextArea, command: list[str], file: Path) -> str:
    """Run the editor in the terminal; returns what went wrong, or nothing."""
    try:
        with editor.app.suspend():
            code = subprocess.run([*command, str(file)], check=False).returncode
    except SuspendNotSupported:
        return "This terminal cannot be handed to another program"
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror}"
    return f"{command[0]} ended with code {code}: your text is unchanged" if code else ""
