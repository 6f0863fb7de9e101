"""Random mutants of the lessons, and whether `check` names them at their place."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from studytui.cli.checking.one import check_file
from studytui.cli.checking.report import Complaint
from studytui.course.found import lesson_files
from studytui.course.neighbours import neighbours
from studytui.folders import bundled_lessons
from studytui.runner.runner import Runner
from tests.mutations.kinds import KINDS, Change
from tests.mutations.source import Lines, Source


class Mutant(NamedTuple):
    """A lesson with one thing wrong."""

    kind: str
    change: Change
    file: Path
    text: str
    blamed: tuple[Lines, ...]
    """Lines at one of which `check` has to point."""


class Result(NamedTuple):
    """What `check` said of a mutant."""

    mutant: Mutant
    complaints: tuple[Complaint, ...]

    @property
    def named(self) -> bool:
        """A complaint points at what was changed."""
        return any(
            lines.first <= each.line <= lines.last for each in self.complaints for lines in self.mutant.blamed
        )

    def words(self) -> str:
        """One line for the report."""
        change, said = self.mutant.change, self.complaints[0].words() if self.complaints else "nothing"
        sign = "✓" if self.named else "✗"
        where = ", ".join(f"{lines.first}-{lines.last}" for lines in self.mutant.blamed)
        return f"{sign} {change.what} ({self.mutant.file.stem}, lines {where}): {said[:150]}"


def mutants(count: int, seed: int) -> tuple[Mutant, ...]:
    """As many mutants, every kind in turn, in lessons and at places drawn at random."""
    draw = random.Random(seed)
    sources = [Source(file, file.read_text(encoding="utf-8")) for file in lesson_files(bundled_lessons())]
    return tuple(next(_drawn(kind, sources, draw)) for kind in _in_turn(count, draw))


def _in_turn(count: int, draw: random.Random) -> Iterator[int]:
    kinds = list(range(len(KINDS)))
    draw.shuffle(kinds)
    return (kinds[index % len(kinds)] for index in range(count))


def _drawn(kind: int, sources: list[Source], draw: random.Random) -> Iterator[Mutant]:
    found = [(source, change) for source in sources for change in KINDS[kind](source.data)]
    assert found, f"no lesson has a place for {KINDS[kind].__name__}"
    source, change = draw.choice(found)
    text = change.make(source)
    after = Source(source.file, text)
    yield Mutant(
        KINDS[kind].__name__, change, source.file, text, tuple(after.lines(place) for place in change.blame)
    )


async def checked(runner: Runner, found: Iterable[Mutant], folder: Path, jobs: int) -> AsyncIterator[Result]:
    """`check` on each mutant, in a file of its own in `folder`, several at a time."""
    around, gate = neighbours(bundled_lessons()), asyncio.Semaphore(jobs)

    async def one(number: int, mutant: Mutant) -> Result:
        async with gate:
            file = _written(mutant, folder / str(number))
            return Result(mutant, await check_file(runner, file, around))

    for task in asyncio.as_completed([one(number, mutant) for number, mutant in enumerate(found)]):
        yield await task


def _written(mutant: Mutant, folder: Path) -> Path:
    folder.mkdir(parents=True)
    file = folder / mutant.file.name
    file.write_text(mutant.text, encoding="utf-8")
    return file
