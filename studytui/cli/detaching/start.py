"""`studytui run --detach`: write down what is asked for, start the watching process, say its number."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import sys
from datetime import UTC, datetime

from studytui.cli.detaching.fork import detach
from studytui.cli.detaching.telling import Teller, listen
from studytui.cli.detaching.watch import watch
from studytui.cli.running.open_files import OpenFilesLine
from studytui.cli.running.warming import WarmingLine
from studytui.errors import Exit, RunnerUnavailable
from studytui.runner.detached import shelf
from studytui.runner.detached.folder import RunFolder
from studytui.runner.detached.order import Order
from studytui.runner.request import RunnerOptions, RunRequest


def start(request: RunRequest, options: RunnerOptions, *, as_json: bool) -> int:
    """Returns once the run has begun; behind a launcher, which may queue, at once.

    Raises RunnerUnavailable: no code can be run; StorageError: nothing can be written down.
    """
    order = Order(request, options, datetime.now(UTC), socket.gethostname())
    folder, lock = shelf.new(order)
    ours, theirs = os.pipe()

    def work() -> None:
        folder.sign(lock)
        asyncio.run(watch(folder, order, Teller(theirs)))

    detach(work, folder.log, (lock, theirs))
    os.close(lock)
    os.close(theirs)
    if options.launcher:
        os.close(ours)
    elif refused := listen(ours, OpenFilesLine(sys.stderr, WarmingLine(sys.stderr).hear).hear):
        shutil.rmtree(folder.path, ignore_errors=True)  # nothing has run: there is nothing to come back to
        raise RunnerUnavailable(refused)
    _say(folder, as_json)
    return Exit.OK


def _say(folder: RunFolder, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"type": "detached", "id": folder.id, "folder": str(folder.path)}))
    else:
        number = folder.id
        print(
            f"run {number} goes on by itself: studytui attach {number} follows it, --stop ends it", flush=True
        )
