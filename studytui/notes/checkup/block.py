"""What the check-up finds out about one block."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from studytui.notes.checkup.probing import Mistake


class Verdict(StrEnum):
    """Does it run?"""

    RUNS = "runs"
    SUPPLIED = "runs once supplied"
    """With imports, earlier blocks or stand-ins put before it."""
    BROKEN = "broken"


class Cause(StrEnum):
    """Why a block is broken, as one looks for the cure."""

    SIGNATURE = "a call signature copied from documentation"
    NAME = "a misspelt or missing name"
    FRAGMENT = "a fragment: needs a name that no block makes"
    SYNTAX = "a slip of syntax"
    PACKAGE = "a missing package or notebook magic"
    ARGUMENTS = "wrong arguments, dtype or shape"
    UNFINISHED = "unfinished"
    GPU = "needs a GPU"
    FENCE = "an unclosed fence"
    LIMIT = "ran into a limit"


class Fix(Struct, frozen=True):
    """A suggested change."""

    line: int
    before: str
    """What stands there."""
    after: str
    """What to write; empty where only words can be given."""
    words: str = ""

    def text(self) -> str:
        """In one line."""
        change = f"`{self.before}` → `{self.after}`" if self.after else ""
        return f"{change}: {self.words}" if change and self.words else change or self.words


class Claim(Struct, frozen=True):
    """A value that notes say, held against the one that comes."""

    line: int
    said: str
    came: str
    about: str
    """What it is said of: the statement or expression."""
    holds: bool
    random: bool = False
    """Another seed gives another value, so nothing fixed could be said."""


class Block(Struct, frozen=True):
    """One block of Python, checked."""

    number: int
    """Among all fenced blocks of the notes, from 1."""
    line: int
    last: int
    title: str
    """The heading it stands under."""
    code: str
    verdict: Verdict
    imports: tuple[str, ...] = ()
    """Imports that were put before it."""
    after: tuple[int, ...] = ()
    """Numbers of the earlier blocks that were run before it."""
    stand_ins: tuple[str, ...] = ()
    """`x = torch.rand(2, 3)`: made up, since no block makes x."""
    setup: tuple[str, ...] = ()
    """All that was run before it."""
    mistakes: tuple[Mistake, ...] = ()
    cause: Cause | None = None
    fixes: tuple[Fix, ...] = ()
    repaired: str = ""
    """The code with the fixes, when it then runs; checked by running."""
    hint: str = ""
    lesson: str = ""
    """Id of the lesson that explains what went wrong."""
    claims: tuple[Claim, ...] = ()
    seconds: float = 0.0
    runnable: str = ""
    """The code without what only notebooks know, where that is what breaks it."""
    runnable_mistake: Mistake | None = None
    """What `runnable` ends with."""

    @property
    def ending(self) -> Mistake | None:
        """What the block ends with when studytui runs it, which leaves out what only notebooks know."""
        if self.runnable:
            return self.runnable_mistake
        return self.mistakes[0] if self.mistakes else None
