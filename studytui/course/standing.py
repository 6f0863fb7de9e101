"""Whether a lesson is known to hold on the reader's torch, in words."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from studytui.course.verified import Record, release


class Known(Enum):
    """What the records say of a lesson."""

    HOLDS = "holds"
    OTHER_TORCH = "other torch"
    EDITED = "edited"
    NEVER = "never"


class Standing(Struct, frozen=True):
    """The verdict, and the words for the reader."""

    known: Known
    words: str

    @property
    def good(self) -> bool:
        """Nothing to warn of."""
        return self.known is Known.HOLDS


def standing(record: Record | None, content: str, torch: str) -> Standing:
    """What a record says of a lesson with this content. `torch`: the reader's version, "" while unknown."""
    if record is None:
        return Standing(Known.NEVER, "not verified yet")
    if record.content != content:
        return Standing(Known.EDITED, f"not verified: edited after it was {record.words()}")
    if torch and release(torch) != release(record.torch):
        return Standing(Known.OTHER_TORCH, f"{record.words()}; yours is {release(torch)}")
    return Standing(Known.HOLDS, record.words())
