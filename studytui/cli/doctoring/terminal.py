"""The terminal: kind, colours, size, letters, and what stands between: tmux, screen, SSH."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from studytui.cli.doctoring.findings import Finding, Section
from studytui.cli.doctoring.multiplexer import multiplexer
from studytui.terminal import ascii_only, console

LEAST = (60, 20)
GOOD = (80, 24)
COLOUR_ADVICE = "TERM=xterm-256color (in tmux: set -g default-terminal tmux-256color) gives 256"
LETTERS_ADVICE = "LC_ALL=C.UTF-8 shows formulas and curves finer, where the terminal itself knows UTF-8"
LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
NO_CURSOR = ("", "dumb", "unknown")


def terminal_section(stream: TextIO) -> Section:
    """What the environment, tmux and the terminal's size say; nothing is sent to the terminal."""
    term = os.environ.get("TERM", "")
    findings = (_term(term, stream), _colours(term), _letters(), _size(), *multiplexer(os.environ), *_ssh())
    return Section("Terminal", findings)


def _term(term: str, stream: TextIO) -> Finding:
    if not stream.isatty():
        return Finding("terminal", f"TERM={term or 'unset'}; standard output is not a terminal", "note")
    if term in NO_CURSOR:
        return Finding("terminal", f"TERM={term or 'unset'}: the app cannot draw", "missing", COLOUR_ADVICE)
    return Finding("terminal", f"TERM={term}{', the console of Linux' if console(os.environ) else ''}")


def _colours(term: str) -> Finding:
    """As Rich decides it, which draws them."""
    if os.environ.get("NO_COLOR"):
        return Finding("colours", "shades of grey: NO_COLOR is set", "note")
    if term in NO_CURSOR:
        return Finding("colours", "none", "note", COLOUR_ADVICE)
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Finding("colours", "16 million")
    if term.endswith("256color") or term.rpartition("-")[2] == "kitty":
        return Finding("colours", "256")
    advice = "" if console(os.environ) else COLOUR_ADVICE
    return Finding("colours", "16; a theme made for them: studytui settings theme ansi-dark", "note", advice)


def _letters() -> Finding:
    if ascii_only(os.environ):
        named = next(f"{name}={value}" for name in LOCALE if (value := os.environ.get(name)))
        return Finding(
            "letters", f"ASCII, by {named}: formulas and curves are coarser", "note", LETTERS_ADVICE
        )
    if console(os.environ):
        return Finding("letters", "those of the console's font; curves in ASCII", "note")
    return Finding("letters", "all (UTF-8)")


def _size() -> Finding:
    columns, rows = shutil.get_terminal_size()
    if columns < LEAST[0] or rows < LEAST[1]:
        advice = "60×20 is the least; make the window larger or its letters smaller"
        return Finding("size", f"{columns}×{rows}", "missing", advice)
    if columns < GOOD[0] or rows < GOOD[1]:
        return Finding("size", f"{columns}×{rows}", "note", "80×24 and more is comfortable")
    return Finding("size", f"{columns}×{rows}")


def _ssh() -> tuple[Finding, ...]:
    if not any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        return ()
    return (Finding("ssh", "yes: nothing blinks, and curves are drawn less often", "note"),)
