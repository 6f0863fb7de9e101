"""What to put before a block: imports, earlier blocks, stand-ins; several ways where one alone may not do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from studytui.notes.checkup.block import Block, Verdict
from studytui.notes.checkup.names import Names, names_of
from studytui.notes.checkup.supplies import STAND_INS, alike, import_for

SLOW = 5.0
"""Seconds: a block that takes longer is not run again for what it makes, unless nothing else makes it."""
WAYS = 5
"""Ways that are tried."""


class Supply(Struct, frozen=True):
    """One way to give a block what it needs."""

    imports: tuple[str, ...] = ()
    after: tuple[int, ...] = ()
    stand_ins: tuple[str, ...] = ()
    setup: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing has to be supplied."""
        return not self.setup


class Maker(Struct, frozen=True):
    """An earlier block that ran, and the names it makes."""

    block: Block
    makes: frozenset[str]


class Supplies:
    """Remembers the blocks that ran, in order."""

    def __init__(self) -> None:
        self._makers: list[Maker] = []

    def remember(self, block: Block) -> None:
        """A block that is through; what is broken supplies nothing."""
        if block.verdict is not Verdict.BROKEN and not block.stand_ins:
            self._makers.append(Maker(block, names_of(block.code).makes))

    def ways(self, code: str) -> Iterator[Supply]:
        """The ways to try, the likeliest first; the first is tried in any case."""
        return islice(dict.fromkeys(self._ways(code)), WAYS)

    def _ways(self, code: str) -> Iterator[Supply]:
        names = names_of(code)
        for skip in range(2):
            for choice in range(4):
                yield self._supply(code, names, skip, choice)

    def _supply(self, code: str, names: Names, skip: int, choice: int) -> Supply:
        """`skip`: makers of each name to pass over; `choice`: which of the stand-ins."""
        imports: list[str] = []
        makers: list[Maker] = []
        stand_ins: list[str] = []
        for name in names.needs:
            found = [maker for maker in reversed(self._makers) if name in maker.makes]
            if line := import_for(name, code):
                imports.append(line)
            elif len(found) > skip:
                makers.append(found[skip])
            elif not alike(name, names.makes) and name in STAND_INS:
                values = STAND_INS[name]
                stand_ins.append(f"{name} = {values[min(choice, len(values) - 1)]}")
        return _put_together(imports, makers, stand_ins)


def _put_together(imports: Sequence[str], makers: Sequence[Maker], stand_ins: Sequence[str]) -> Supply:
    blocks = {maker.block.number: maker.block for maker in makers}
    setup: list[str] = []
    after: list[int] = []
    for number in sorted(blocks):
        block = blocks[number]
        setup += [part for part in (*block.setup, block.code) if part not in setup]
        after.append(number)
    torch = ["import torch"] if any("torch" in value for value in stand_ins) else []
    own = list(dict.fromkeys((*torch, *imports)))
    setup = [*(part for part in own if part not in setup), *setup, *stand_ins]
    return Supply(tuple(imports), tuple(after), tuple(stand_ins), tuple(setup))
