"""What the check-up found, in words: `file:line`, so that editors jump there, and what to do below it."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.cli.checking.report import relative
from studytui.cli.notes.checked import Checked
from studytui.notes.checkup.block import Block, Claim, Verdict
from studytui.notes.checkup.names import names_of
from studytui.notes.document import Format

INDENT = "    "


def words(checked: Checked, *, everything: bool) -> Iterator[str]:
    """The lines of the report about one file; blocks that are fine only with `everything`."""
    blocks = counted(len(checked.blocks), "Python block")
    yield f"{relative(checked.file)}: {checked.document.format}, {blocks}"
    for block in checked.blocks:
        if everything or notable(block):
            yield from _block(checked, block)
    for known in checked.known:
        yield f"{place(checked, known.line)}: a claim that does not hold ({known.id}): {known.text}"
        yield f"{INDENT}wrong: {known.statement} See `studytui {known.lesson}`."
    yield summary(checked)


def notable(block: Block) -> bool:
    """Whether there is something to mend."""
    return block.verdict is Verdict.BROKEN or any(wrong(claim) for claim in block.claims)


def wrong(claim: Claim) -> bool:
    """Decided, and not so."""
    return not claim.holds and not claim.random


def place(checked: Checked, line: int) -> str:
    """`file:line`, or the cell of a notebook."""
    cell = checked.document.format is Format.NOTEBOOK
    return f"{relative(checked.file)}: cell {line}" if cell else f"{relative(checked.file)}:{line}"


def _block(checked: Checked, block: Block) -> Iterator[str]:
    under = f" under “{block.title}”" if block.title else ""
    cause = f", {block.cause}" if block.cause else ""
    yield f"{place(checked, block.line)}: block {block.number}{under}: {block.verdict}{cause}"
    if needs := _needs(block):
        yield f"{INDENT}supplied: {needs}"
    yield from (INDENT + line for line in _mistakes(checked, block))
    for claim in block.claims:
        if wrong(claim):
            where = place(checked, _line(checked, block, claim.line - block.line + 1))
            yield f"{INDENT}{where}: `{claim.about}` is said to be {claim.said}, and is {claim.came}"


def _needs(block: Block) -> str:
    after = [f"block {number}" for number in block.after]
    return "; ".join((*dict.fromkeys(block.imports), *after, *block.stand_ins))


def _mistakes(checked: Checked, block: Block) -> Iterator[str]:
    makes = names_of(block.code).makes
    for mistake in block.mistakes:
        if mistake is not block.mistakes[0] and mistake.name in makes:
            continue  # only because an earlier line failed
        near = f" ({' or '.join(mistake.near)}?)" if mistake.near else ""
        yield f"line {_line(checked, block, mistake.line)}: {mistake.words()}{near}"
    if block.hint:
        yield f"{block.hint}{f' See `studytui {block.lesson}`.' if block.lesson else ''}"
    for fix in block.fixes:
        yield f"fix: line {_line(checked, block, fix.line)}: {' '.join(fix.text().split())}"
    if block.repaired:
        yield "with that it runs"


def _line(checked: Checked, block: Block, line: int) -> int:
    """A line of the block as a line of the file; within a cell, lines count from its own first."""
    return line if checked.document.format is Format.NOTEBOOK else block.line + line - 1


def summary(checked: Checked) -> str:
    """One line."""
    verdicts = [block.verdict for block in checked.blocks]
    claims = [claim for block in checked.blocks for claim in block.claims]
    parts = [
        f"{verdicts.count(Verdict.RUNS)} run as they stand",
        f"{verdicts.count(Verdict.SUPPLIED)} once supplied",
        f"{verdicts.count(Verdict.BROKEN)} broken",
        f"{counted(sum(claim.holds for claim in claims), 'claim')} hold",
        f"{sum(map(wrong, claims)) + len(checked.known)} wrong",
    ]
    return f"{relative(checked.file)}: {', '.join(parts)}."


def counted(number: int, what: str) -> str:
    """`1 block`, `2 blocks`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
