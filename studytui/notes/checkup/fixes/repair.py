"""Mend a block: propose a change, run it, and go on from what it then says."""

from __future__ import annotations

from typing import NamedTuple

from studytui.notes.checkup.block import Block, Fix
from studytui.notes.checkup.causes import is_signature
from studytui.notes.checkup.fixes.arguments import fix_arguments, never_called
from studytui.notes.checkup.fixes.candidate import Candidate, Fixer
from studytui.notes.checkup.fixes.misspelt import fix_names
from studytui.notes.checkup.fixes.syntax import KINDS, fix_syntax
from studytui.notes.checkup.probing import Mistake, Probe, probe
from studytui.notes.checkup.supplying import Supplies
from studytui.runner.runner import Runner

FIXERS: tuple[Fixer, ...] = (fix_syntax, fix_names, fix_arguments)
ROUNDS = 10
TRIES = 3
"""Candidates tried for one mistake."""
NO_PROGRAM = "a signature copied from the documentation, no program: call it with values of your own"
FURTHER = "with the changes above it fails here"


class Mended(NamedTuple):
    """The changes that got further, and the code after them when it runs."""

    fixes: tuple[Fix, ...]
    code: str = ""


async def repair(runner: Runner, block: Block, now: Probe, supplies: Supplies) -> Mended:
    """`now`: what the block does as it stands.

    Every change is tried by running; one that gets no further is not suggested. Raises RunnerUnavailable.
    """
    code, found, fixes = block.code, now, list[Fix]()
    for _ in range(ROUNDS):
        better = await _next(runner, code, found, supplies)
        if better is None:
            break
        candidate, found = better
        code = candidate.code
        fixes.append(candidate.fix)
        if found.ok:
            return Mended(tuple(fixes), code if code.strip() else "")
    return Mended((*fixes, *_words(block, found.mistakes[0], changed=bool(fixes))))


async def _next(runner: Runner, code: str, was: Probe, supplies: Supplies) -> tuple[Candidate, Probe] | None:
    """The change that gets furthest, if one gets further than now."""
    best: tuple[Candidate, Probe] | None = None
    candidates = [found for fixer in FIXERS for found in fixer(code, was.mistakes[0])]
    for candidate in candidates[:TRIES]:
        supply = next(supplies.ways(candidate.code))
        found = await probe(runner, candidate.code, supply.setup)
        if found.ok:
            return candidate, found
        if _further(was, found) and (best is None or found.reached > best[1].reached):
            best = candidate, found
    return best


def _further(was: Probe, now: Probe) -> bool:
    before, after = was.mistakes[0], now.mistakes[0]
    if after.type in KINDS or before.type in KINDS:
        return after.type not in KINDS or (after.line, after.column) > (before.line, before.column)
    other = (after.type, after.message) != (before.type, before.message)
    return now.reached > was.reached or (now.reached == was.reached and other)


def _words(block: Block, mistake: Mistake, *, changed: bool) -> tuple[Fix, ...]:
    """What is left when no change helps."""
    if is_signature(block.code):
        return (Fix(mistake.line, "", "", NO_PROGRAM),)
    if kept := never_called(block.code, mistake):
        return (kept,)
    return (Fix(mistake.line, "", "", f"{FURTHER}: {mistake.words()}"),) if changed else ()
