"""A warm process for tests: reads jobs as JSON lines, runs each in a fork of itself, tells what came out.

Started as `python warm_host.py REPOSITORY`. The answer is {"out", "err", "code", "messages", "longest"}.
"""

import io
import json
import os
import signal
import sys
import tempfile

sys.path.insert(0, sys.argv[1])

from studytui.sandbox.inside.execute import execute
from studytui.sandbox.inside.warm import preload


def serve() -> None:
    """Until the end of standard input."""
    preload(1)
    preload(2)
    sys.path.remove(sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


def answer(job: dict) -> dict:
    """Run one job; `interrupt_at` is the number of messages after which it is interrupted."""
    reading, writing = os.pipe()
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        tempfile.TemporaryDirectory() as home,
    ):
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            os.chdir(home)
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            os._exit(child(job, writing))
        os.close(writing)
        lines = read(reading, pid, job.get("interrupt_at"))
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        messages = [json.loads(line) for line in lines]
        texts = [file.seek(0) or file.read().decode() for file in (out, err)]
    return {
        "out": texts[0],
        "err": texts[1],
        "code": code,
        "messages": messages,
        "longest": max(map(len, lines), default=0),
    }


def read(reading: int, pid: int, interrupt_at: "int | None") -> "list[bytes]":
    """All lines of messages."""
    lines = []
    with open(reading, "rb") as pipe:
        for line in pipe:
            lines.append(line)
            if len(lines) == interrupt_at:
                os.kill(pid, signal.SIGINT)
    return lines


def child(job: dict, writing: int) -> int:
    """As sandbox/run.py calls it, without the walls."""
    sys.stdin = open(os.devnull)  # noqa: SIM115 - as long as the run
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8", line_buffering=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), encoding="utf-8", line_buffering=True)

    def emit(verb: str, **fields: object) -> None:
        os.write(writing, json.dumps({"verb": verb, **fields}).encode() + b"\n")

    code = execute(job, emit)
    sys.stdout.flush()
    sys.stderr.flush()
    return code


serve()
