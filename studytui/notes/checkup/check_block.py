"""Check one block: supply what it needs, run it, find the cause and a fix where it fails."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from studytui.notes.checkup.block import Block, Claim, Verdict
from studytui.notes.checkup.causes import cause_of
from studytui.notes.checkup.claims.held import held
from studytui.notes.checkup.claims.said import Said, asks, said_in
from studytui.notes.checkup.fixes.repair import repair
from studytui.notes.checkup.magics import without_magics
from studytui.notes.checkup.probing import Probe, probe
from studytui.notes.checkup.supplying import Supplies, Supply
from studytui.notes.document import Code
from studytui.runner.postmortem.explain import explain
from studytui.runner.runner import Runner


async def check_block(
    runner: Runner, code: Code, number: int, title: str, printed: str, supplies: Supplies
) -> Block:
    """`printed`: the output that the notes show below the block. Raises RunnerUnavailable."""
    said = said_in(code.text, printed)
    supply, found = await _run(runner, code.text, supplies, said)
    block = _block(code, number, title, supply, found)
    if found.ok:
        return msgspec.structs.replace(block, claims=await held(runner, block, said, found))
    block = await _without_magics(runner, block, supplies)
    mended = await repair(runner, block, found, supplies)
    first = found.mistakes[0]
    told = explain(first.type, first.message, first.line, code.text)
    return msgspec.structs.replace(
        block,
        cause=cause_of(block, closed=code.closed),
        fixes=mended.fixes,
        repaired=mended.code,
        hint=told.hint,
        lesson=told.lesson,
        claims=await _claims(runner, block, mended.code, printed, supplies) if mended.code else (),
    )


async def _without_magics(runner: Runner, block: Block, supplies: Supplies) -> Block:
    code = without_magics(block.code)
    if code == block.code:
        return block
    supply = next(supplies.ways(code))
    found = await probe(runner, code, supply.setup)
    mistake = found.mistakes[0] if found.mistakes else None
    return msgspec.structs.replace(block, runnable=code, runnable_mistake=mistake, setup=supply.setup)


async def _claims(
    runner: Runner, block: Block, code: str, printed: str, supplies: Supplies
) -> tuple[Claim, ...]:
    """What the block says, held against what it does once it is mended."""
    supply, said = next(supplies.ways(code)), said_in(code, printed)
    mended = msgspec.structs.replace(block, code=code, setup=supply.setup)
    return await held(runner, mended, said, await probe(runner, code, supply.setup, asks(said)))


async def _run(runner: Runner, code: str, supplies: Supplies, said: Sequence[Said]) -> tuple[Supply, Probe]:
    """The first way that works; when none does, the first that was tried."""
    first: tuple[Supply, Probe] | None = None
    for supply in supplies.ways(code):
        found = await probe(runner, code, supply.setup, asks(said))
        first = first or (supply, found)
        if found.ok:
            return supply, found
    assert first is not None  # there is always a way to try: with nothing at all
    return first


def _block(code: Code, number: int, title: str, supply: Supply, found: Probe) -> Block:
    runs = Verdict.RUNS if supply.empty else Verdict.SUPPLIED
    return Block(
        number=number,
        line=code.line,
        last=code.last,
        title=title,
        code=code.text,
        verdict=runs if found.ok else Verdict.BROKEN,
        imports=supply.imports,
        after=supply.after,
        stand_ins=supply.stand_ins,
        setup=supply.setup,
        mistakes=found.mistakes,
        seconds=found.seconds,
    )
