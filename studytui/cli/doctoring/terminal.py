"""The terminal: kind, colours, size, encoding, tmux, SSH."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from studytui.cli.doctoring.findings import Finding, Section

SMALLEST = (80, 24)
COLOUR_ADVICE = "TERM=xterm-256color (in tmux: set -g default-terminal tmux-256color) gives 256"


def terminal_section(stream: TextIO) -> Section:
    """What the environment and the terminal's size say; nothing is sent to the terminal."""
    findings = (_term(stream), _colours(), _size(), _encoding(stream), *_around())
    return Section("Terminal", findings)


def _term(stream: TextIO) -> Finding:
    term = os.environ.get("TERM", "")
    if not stream.isatty():
        return Finding("terminal", f"TERM={term or 'unset'}; standard output is not a terminal", "note")
    if term in ("", "dumb"):
        return Finding("terminal", f"TERM={term or 'unset'}: the app cannot draw", "missing", COLOUR_ADVICE)
    return Finding("terminal", f"TERM={term}")


def _colours() -> Finding:
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return Finding("colours", "16 million")
    if "256color" in os.environ.get("TERM", "") or "kitty" in os.environ.get("TERM", ""):
        return Finding("colours", "256")
    return Finding("colours", "16 or fewer", "note", COLOUR_ADVICE)


def _size() -> Finding:
    columns, rows = shutil.get_terminal_size()
    fits = columns >= SMALLEST[0] and rows >= SMALLEST[1]
    advice = "" if fits else "80×24 is the least; make the window larger or its letters smaller"
    return Finding("size", f"{columns}×{rows}", "ok" if fits else "missing", advice)


def _encoding(stream: TextIO) -> Finding:
    encoding = (stream.encoding or "unknown").lower()
    if encoding.replace("-", "") == "utf8":
        return Finding("encoding", "UTF-8")
    return Finding("encoding", encoding, "missing", "LANG=C.UTF-8 shows formulas and plots")


def _around() -> tuple[Finding, ...]:
    found = []
    if os.environ.get("TMUX"):
        found.append(Finding("tmux", "yes", "note", "`set -sg escape-time 10` makes Esc quick"))
    if os.environ.get("SSH_CONNECTION"):
        found.append(Finding("ssh", "yes: nothing blinks, and curves are drawn less often", "note"))
    return tuple(found)
