"""Check notes: every Python block, in order."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import pairwise

from studytui.notes.checkup.block import Block
from studytui.notes.checkup.check_block import check_block
from studytui.notes.checkup.supplying import Supplies
from studytui.notes.document import Code, Document, Heading, Piece
from studytui.runner.runner import Runner


async def check_blocks(runner: Runner, document: Document) -> AsyncIterator[Block]:
    """Each Python block, checked, in the order of the notes. Raises RunnerUnavailable."""
    supplies = Supplies()
    for number, title, code, printed in _blocks(document.pieces):
        block = await check_block(runner, code, number, title, printed, supplies)
        supplies.remember(block)
        yield block


def _blocks(pieces: Sequence[Piece]) -> Iterator[tuple[int, str, Code, str]]:
    """Number among all fences, heading, the block, and the output that stands right below it."""
    number, title = 0, ""
    for piece, below in pairwise((*pieces, None)):
        if isinstance(piece, Heading):
            title = piece.text
        elif isinstance(piece, Code):
            number += 1
            if piece.python:
                output = below.text if isinstance(below, Code) and not below.language else ""
                yield number, title, piece, output
