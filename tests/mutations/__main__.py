"""`python -m tests.mutations [COUNT] [SEED]`: change the lessons at random and count what `check` notices."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner
from tests.mutations.mutants import checked, mutants


async def main(count: int, seed: int) -> int:
    """Print a line for each mutant and the figure; 1 when one was missed."""
    began, named = time.monotonic(), 0
    runner = Runner(RunnerOptions(spares=2))
    with tempfile.TemporaryDirectory() as folder:
        try:
            async for result in checked(runner, mutants(count, seed), Path(folder), jobs=2):
                named += result.named
                print(result.words(), flush=True)
        finally:
            await runner.close()
    print(f"{named} of {count} named at their place, seed {seed}, {time.monotonic() - began:.0f} s")
    return 0 if named == count else 1


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    sys.exit(asyncio.run(main(*words, *(60, 1)[len(words) :])))
