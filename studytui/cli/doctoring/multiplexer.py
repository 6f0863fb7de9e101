"""tmux or GNU screen around the app, and where copied text goes."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

from studytui.cli.doctoring.findings import Finding
from studytui.terminal import console

SLOW = 50
"""Milliseconds tmux waits after Esc; above that it is felt."""
QUICK = "`set -sg escape-time 10` in ~/.tmux.conf makes Esc quick"
ONWARD = "`set -g set-clipboard on` in ~/.tmux.conf hands it on to your terminal's clipboard"


def multiplexer(environment: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is around, asked of tmux itself; and what copying does here."""
    if environment.get("TMUX"):
        return _tmux()
    if environment.get("STY"):
        return (Finding("screen", "yes"), Finding("copying", "into screen's buffer; its prefix and ] pastes"))
    if console(environment) or environment.get("TERM", "dumb") in ("", "dumb"):
        return (Finding("copying", "into a file: this terminal has no clipboard", "note"),)
    return (Finding("copying", "by OSC 52 to your terminal's clipboard, and into a file if it refuses"),)


def _tmux() -> tuple[Finding, ...]:
    version = _said("-V")
    if not version:
        words = "TMUX is set, but tmux does not answer"
        return (Finding("tmux", words, "note"), Finding("copying", "by OSC 52, and into a file"))
    wait = _said("show-options", "-sv", "escape-time")
    slow = wait.isdigit() and int(wait) > SLOW
    waits = f"; Esc waits {wait} ms" if slow else ""
    return (
        Finding("tmux", f"{version}{waits}", "note" if slow else "ok", QUICK if slow else ""),
        _clipboard(_said("show-options", "-sv", "set-clipboard")),
    )


def _clipboard(setting: str) -> Finding:
    if setting == "off":
        return Finding("copying", "into tmux's buffer alone: set-clipboard is off", "note", ONWARD)
    return Finding("copying", f"into tmux's buffer, and on to your terminal: set-clipboard is {setting}")


def _said(*words: str) -> str:
    """What tmux answers; nothing when it is not there."""
    try:
        done = subprocess.run(["tmux", *words], capture_output=True, text=True, timeout=3, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""  # said as "does not answer"
    return done.stdout.strip() if done.returncode == 0 else ""
