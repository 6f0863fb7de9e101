"""What to run, and within which limits: plain data the screens and the command line fill in."""

from __future__ import annotations

from msgspec import Struct

MIB = 1 << 20
GIB = 1 << 30


class Limits(Struct, frozen=True):
    """Bounds of one run; what breaks them ends the run with a status of its own."""

    timeout: float = 60.0
    """Seconds of wall time; 0 means none."""
    memory: int = 4 * GIB
    """Bytes, summed over the run's processes."""
    processes: int = 64
    output: int = 1 * MIB
    """Bytes of stdout and stderr each that are passed on."""
    scratch: int = 1 * GIB
    """Bytes of files in the run's scratch folder."""


class DerivativeRequest(Struct, frozen=True):
    """f of one variable x and the grid to evaluate it on."""

    f: str
    low: float
    high: float
    orders: int = 3
    points: int = 160


class RunRequest(Struct, frozen=True):
    """One run: fresh process, this code, nothing left behind."""

    code: str
    name: str = "snippet.py"
    setup: str = ""
    """Run before `code` in the same namespace; its lines do not count as the learner's."""
    device: str = "auto"
    threads: int = 1
    limits: Limits = Limits()
    exports: tuple[str, ...] = ()
    """Expressions to evaluate afterwards and report as `Exported`."""
    derivative: DerivativeRequest | None = None
    """When given, `code` is empty and the run answers with `Derivatives`."""
    interactive: bool = False
    """`input()` asks through `InputWanted`; otherwise it meets end of file at once."""
    stdin: str = ""
    stay: float = 0.0
    """Seconds the process waits for the next question after its code has ended; 0: it does not stay."""
    hunt: bool = False
    """Stop at the first operation that makes nan; many times slower."""
    modules: tuple[tuple[str, str], ...] = ()
    """Relative path and source of modules that the code imports from its own folder."""
    grad_norm: bool = False
    """Record the length of the gradient at every `optimizer.step()` as the series `grad norm`."""
    seed: int | None = None
    """Seed for torch, numpy and random; None: a fresh one each run."""


class RunnerOptions(Struct, frozen=True):
    """How runs are hosted; changing any of it starts a new supervisor."""

    python: str = ""
    """Interpreter with torch; empty: the app's own."""
    launcher: tuple[str, ...] = ()
    """Command prefix that carries the supervisor elsewhere: ("ssh", "gpu07")."""
    device: str = "auto"
    threads: int = 1
    unsafe_files: bool = False
    """The user's consent for this host to run without a file wall."""
    namespaces: bool | None = None
    """Force namespaces on or off; None: use them where they work."""
    spares: int = 1
    """Prepared runs kept ready."""
