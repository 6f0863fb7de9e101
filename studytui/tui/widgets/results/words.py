"""How a run ended, in a glyph and a word for the bar above the output."""

from __future__ import annotations

from studytui.runner.events import Failed, Finished, Status

OK = "$text-success"
BAD = "$text-error"
CALM = "$text-muted"

ENDINGS = {
    Status.ERROR: "✗ error",
    Status.TIMEOUT: "✗ out of time",
    Status.MEMORY: "✗ out of memory",
    Status.KILLED: "■ stopped",
    Status.CRASHED: "✗ crashed",
}


def ending(finished: Finished, failed: Failed | None) -> tuple[str, str]:
    """Words and style for the state of a finished run: `✓ 0.004 s`, `✗ RuntimeError  0.01 s`."""
    if finished.status is Status.OK:
        return f"✓ {duration(finished.seconds)}", OK
    if finished.status is Status.ERROR and failed is not None:
        where = f" line {failed.line}" if failed.line else ""
        return f"✗ {failed.error}{where}  {duration(finished.seconds)}", BAD
    return f"{ENDINGS[finished.status]}  {duration(finished.seconds)}", BAD


def duration(seconds: float) -> str:
    """0.004 s, 1.25 s, 2 min 5 s."""
    if seconds < 1:
        return f"{seconds:.3f} s"
    if seconds < 60:
        return f"{seconds:.2f} s"
    return f"{int(seconds // 60)} min {int(seconds % 60)} s"


def size(count: int) -> str:
    """1.5 kB, 20 MB."""
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            return f"{count} {unit}"
        count //= 1000
    return f"{count} GB"
