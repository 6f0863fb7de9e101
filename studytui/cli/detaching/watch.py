"""The process that keeps watch over a detached run: it writes down all that happens, and heeds stops."""

from __future__ import annotations

import asyncio

from studytui.cli.detaching.glances import Glances
from studytui.cli.detaching.telling import Teller
from studytui.cli.running.interrupts import Interrupts
from studytui.runner.detached.folder import RunFolder
from studytui.runner.detached.journal import Journal
from studytui.runner.detached.order import Order
from studytui.runner.detached.pacing import Paced
from studytui.runner.events import Finished
from studytui.runner.run import Run
from studytui.runner.runner import Runner
from studytui.runner.status import RunnerStatus

TICK = 0.25
"""Seconds between two looks at whether somebody wants it to stop."""


async def watch(folder: RunFolder, order: Order, teller: Teller) -> None:
    """Run it to its end. Raises OSError when it cannot be written down any more: the run has ended then."""
    glances = Glances(folder)
    runner = Runner(order.options)

    def hear(status: RunnerStatus) -> None:
        glances.hear(status)
        teller.hear(status)

    runner.on_status = hear
    try:
        run = runner.run(order.request)
        run.end_input()
        with Interrupts(run, hang_up=False):
            await _written(run, folder, glances, teller)
    finally:
        await runner.close()


async def _written(run: Run, folder: RunFolder, glances: Glances, teller: Teller) -> None:
    journal, paced = Journal(folder.events), Paced()
    ticking = asyncio.create_task(_tick(run, folder, glances, journal, paced))
    try:
        async for event in run:
            glances.take(event)
            if isinstance(event, Finished):
                glances.write()  # before the end is there to be read
            journal.write(paced.take(event))
            if isinstance(event, Finished):
                teller.refused(event.message)  # unless it was ready before
            if ticking.done():
                ticking.result()
    finally:
        ticking.cancel()
        journal.close()


async def _tick(run: Run, folder: RunFolder, glances: Glances, journal: Journal, paced: Paced) -> None:
    """Write what has waited long enough, and pass on a stop. What cannot be written down is not run on."""
    asked = False
    while True:
        await asyncio.sleep(TICK)
        try:
            journal.write(paced.due())
            glances.write()
        except OSError:
            run.kill()
            raise
        if folder.stop_asked and not asked:
            asked = True
            run.interrupt()  # the keeper of the run sees to it that this is enough
