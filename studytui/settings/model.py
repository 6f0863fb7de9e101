"""Every setting: its name, what it may be, and what it is for. The file, the screen and the schema follow."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Theme = Literal["study-dark", "study-light", "ansi-dark", "ansi-light", "textual-dark", "textual-light"]
Wish = Literal["auto", "yes", "no"]
Few = Annotated[int, Meta(ge=0, le=200)]
Threads = Annotated[int, Meta(ge=1, le=1024)]
Device = Annotated[str, Meta(pattern=r"^(auto|cpu|mps|cuda(:\d+)?)$")]


class Where(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where code runs; the names of the command line's options."""

    device: Device = "auto"
    """auto, cpu, cuda or cuda:N."""
    threads: Threads = 1
    """Threads for torch; more are rarely faster in small nets."""
    python: str = ""
    """Interpreter with torch; empty: studytui's own, or python3 behind a launcher."""
    launcher: str = ""
    """Command that carries runs elsewhere: ssh gpu07, srun --gres=gpu:1."""


class Settings(Where, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The whole of config.toml."""

    theme: Theme = "study-dark"
    """Colours. study-*: safe for colour-blind eyes; ansi-*: the terminal's own."""
    quiet: Wish = "auto"
    """No blinking and no animation. auto: over SSH."""
    lean: Literal["yes", "no"] = "yes"
    """Send only the cells that changed. no: if the screen ever looks wrong."""
    new_per_day: Few = 10
    """New questions a day in the review, at most."""
    profile: str = ""
    """The profile that is used without --profile."""
    profiles: dict[str, Where] = {}
    """Other places to run, by name: [profiles.gpu] with device, threads, python, launcher."""
    keys: dict[str, str] = {}
    """Other keys for commands, by the ids `studytui keys` lists: run = "ctrl+r"."""
