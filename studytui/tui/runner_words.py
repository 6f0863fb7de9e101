"""How the runner is, in a few words for the header."""

from __future__ import annotations

from studytui.runner.status import Died, Note, Ready, RunnerStatus, Waiting, Warming


def words(status: RunnerStatus) -> str:
    """`… waiting for srun`, `… importing torch 40%`, `● cuda:0 · isolation full`, `✗ runner ended`.

    Empty for what is no news.
    """
    match status:
        case Waiting(launcher, said):
            return f"… waiting for {launcher}" + (f": {said}" if said else "")
        case Warming(stage, fraction):
            return f"… {stage} {fraction:.0%}"
        case Ready():
            return f"● {device(status)} · {walls(status)}"
        case Died():
            return "✗ runner ended; the next run restarts it"
        case Note():
            return ""


def walls(ready: Ready) -> str:
    """How well runs are walled off; without a file wall they go on only because the user consented."""
    return "✗ runs can change your files" if ready.policy == "refuse" else f"isolation {ready.policy}"


def device(ready: Ready) -> str:
    """The device runs use by themselves: the GPU with the most free memory, else the CPU."""
    gpus = [found for found in ready.devices if found.id != "cpu"]
    return max(gpus, key=lambda found: found.free).id if gpus else "cpu"
