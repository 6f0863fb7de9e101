"""Runs on the real supervisor, with the real torch."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_asyncio

from studytui.errors import RunnerUnavailable
from studytui.runner.events import (
    Derivatives,
    Failed,
    InputWanted,
    Started,
    Status,
    Stderr,
    Stdout,
    ValueShown,
)
from studytui.runner.outcome import collect
from studytui.runner.request import DerivativeRequest, Limits, RunnerOptions, RunRequest
from studytui.runner.runner import Runner

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner():
    runner = Runner(RunnerOptions())
    await runner.start()
    yield runner
    await runner.close()


async def stopped_when(runner, request, said, stop):
    """Run, and call `stop(run)` once `said` was printed; the events."""
    run, events, done = runner.run(request), [], False
    async for event in run:
        events.append(event)
        if not done and isinstance(event, Stdout) and said in event.text:
            stop(run)
            done = True
    return events


async def test_what_is_printed(runner):
    outcome = await collect(runner, RunRequest("import torch\nprint(torch.ones(2).sum().item(), 'é界')"))
    assert (outcome.stdout, outcome.stderr, outcome.finished.exit_code) == ("2.0 é界\n", "", 0)
    started = outcome.events[0]
    assert isinstance(started, Started)
    assert started.device == "cpu"
    assert started.torch == runner.ready.torch


async def test_an_exception_has_its_line_its_traceback_a_hint_and_a_lesson(runner):
    code = "import torch\na = torch.ones(3, 4)\na @ a\n"
    outcome = await collect(runner, RunRequest(code, name="mine.py"))
    failed = outcome.failed
    assert isinstance(failed, Failed)
    assert (failed.error, failed.line, failed.lesson) == ("RuntimeError", 3, "matrix-products")
    assert "(3×4) and (3×4)" in failed.hint
    assert 'File "mine.py", line 3, in <module>' in outcome.stderr
    assert (outcome.finished.status, outcome.finished.exit_code) == (Status.ERROR, 1)
    assert outcome.finished.message == "Ended by RuntimeError at line 3."


@pytest.mark.parametrize(("code", "number"), [("raise SystemExit(7)", 7), ("import os; os._exit(3)", 3)])
async def test_an_exit_code_of_one_s_own(runner, code, number):
    outcome = await collect(runner, RunRequest(code))
    assert outcome.finished.exit_code == number


async def test_a_segmentation_fault_names_its_line(runner):
    outcome = await collect(runner, RunRequest("import ctypes\n\nctypes.string_at(0)"))
    assert outcome.finished.status is Status.CRASHED
    assert "segmentation fault) at line 3" in outcome.finished.message


async def test_an_endless_loop_ends_at_its_time(runner):
    request = RunRequest("n = 0\nwhile True:\n    n += 1", limits=Limits(timeout=0.5))
    outcome = await collect(runner, request)
    assert outcome.finished.status is Status.TIMEOUT
    assert "0.5 s, the time limit" in outcome.finished.message


async def test_too_much_memory(runner):
    code = "import torch\nkept = []\nwhile True:\n    kept.append(torch.ones(1 << 22))"
    outcome = await collect(runner, RunRequest(code, limits=Limits(memory=1 << 30)))
    assert outcome.finished.status is Status.MEMORY
    assert "1 GiB" in outcome.finished.message


async def test_an_interrupt_raises_keyboard_interrupt(runner):
    code = "try:\n    print('here', flush=True)\n    while True: pass\nfinally:\n    print('tidied')"
    events = await stopped_when(runner, RunRequest(code), "here", lambda run: run.interrupt())
    finished = events[-1]
    assert "tidied" in "".join(e.text for e in events if isinstance(e, Stdout))
    assert finished.exit_code == 130
    assert finished.message.startswith("Interrupted after ")


async def test_a_run_that_does_not_listen_is_killed(runner):
    code = "import signal as s\ns.signal(s.SIGINT, s.SIG_IGN)\nprint('deaf', flush=True)\nwhile True: pass"
    events = await stopped_when(runner, RunRequest(code), "deaf", lambda run: run.kill())
    assert events[-1].status is Status.KILLED


async def test_input_is_asked_for_and_answered(runner):
    run = runner.run(RunRequest("name = input('who? ')\nprint('hello', name)", interactive=True))
    asked, said = [], ""
    async for event in run:
        if isinstance(event, InputWanted):
            asked.append(event.prompt)
            run.send_input("Ada")
        elif isinstance(event, Stdout):
            said += event.text
    assert asked == ["who? "]
    assert said.endswith("hello Ada\n")


async def test_without_anyone_to_ask_input_meets_the_end(runner):
    outcome = await collect(runner, RunRequest("input()"))
    assert outcome.failed.error == "EOFError"
    outcome = await collect(runner, RunRequest("print(input() + input())", stdin="a\nb\n"))
    assert outcome.stdout == "ab\n"


async def test_exports_are_evaluated_afterwards(runner):
    code = "import torch\nx = torch.arange(4.).reshape(2, 2)"
    outcome = await collect(runner, RunRequest(code, exports=("x.sum()", "x.shape[0]", "nothing")))
    total = outcome.exported["x.sum()"]
    assert (total["shape"], total["dtype"], total["data"]) == ([], "torch.float32", [6.0])
    assert outcome.exported["x.shape[0]"]["data"] == 2
    assert "NameError" in outcome.exported["nothing"]["error"]


@pytest.mark.parametrize(
    ("last", "what"), [("[1, 2, 3]", ValueShown), ("1 / 0", Failed), ("input()", InputWanted)]
)
async def test_a_value_an_error_and_a_question_come_after_what_was_printed_before_them(runner, last, what):
    """Output that pours in is gathered for a thirtieth of a second; messages are not."""
    code = f"import time\nfor i in range(20):\n    print(i); time.sleep(0.003)\nprint('open', end='')\n{last}"
    said = []
    run = runner.run(RunRequest(code, interactive=True))
    async for event in run:
        if isinstance(event, what):
            run.kill()
            break
        said.append(event.text if isinstance(event, Stdout) else "")
    assert "".join(said) == "".join(f"{i}\n" for i in range(20)) + "open"


async def test_a_series_is_counted_exactly(runner):
    code = (
        "import torch\nw = torch.tensor(5., requires_grad=True)\nopt = torch.optim.SGD([w], lr=0.1)\n"
        "for step in range(3000):\n    opt.zero_grad()\n    loss = (w - 1) ** 2\n"
        "    loss.backward()\n    opt.step()\n"
    )
    outcome = await collect(runner, RunRequest(code))
    totals = outcome.series["loss"]
    assert (totals.count, totals.first, totals.max) == (3000, 16.0, 16.0)
    assert totals.last == totals.min < 1e-9


async def test_derivatives(runner):
    wanted = DerivativeRequest("x ** 3", -1.0, 1.0, orders=3, points=5)
    outcome = await collect(runner, RunRequest("", derivative=wanted))
    (found,) = [event for event in outcome.events if isinstance(event, Derivatives)]
    assert found.x[0] == -1.0
    assert [order[0] for order in found.orders] == pytest.approx([-1.0, 3.0, -6.0, 6.0])


async def test_a_flood_is_cut_and_counted(runner):
    request = RunRequest("print('x' * 5_000_000)", limits=Limits(output=100_000))
    outcome = await collect(runner, request)
    assert outcome.finished.status is Status.OK
    assert 100_000 <= len(outcome.stdout) <= 200_000
    (dropped,) = [event.dropped for event in outcome.events if type(event).__name__ == "Truncated"]
    assert dropped + len(outcome.stdout) == 5_000_001


async def test_two_at_once_do_not_wait_for_each_other(runner):
    slow = asyncio.create_task(collect(runner, RunRequest("input()\nprint('slow')", interactive=True)))
    quick = await collect(runner, RunRequest("print('quick')"))
    assert quick.stdout == "quick\n"
    assert not slow.done()
    slow.cancel()


async def test_each_run_is_fresh(runner):
    await collect(runner, RunRequest("import torch\ntorch.leftover = 1\nopen('left.txt', 'w').write('x')"))
    code = "import torch, os\nprint(hasattr(torch, 'leftover'), os.listdir('.'), __name__)"
    assert (await collect(runner, RunRequest(code))).stdout == "False [] __main__\n"


async def test_a_code_beyond_the_wire_s_limit_is_refused_in_words(runner):
    outcome = await collect(runner, RunRequest("#" * (9 << 20)))
    assert outcome.finished.status is Status.KILLED
    assert "too long" in outcome.finished.message


async def test_the_probe_names_every_layer(runner):
    probe = await runner.probe()
    names = {layer.name for layer in probe.layers}
    assert {"landlock", "seccomp", "no_new_privs"} <= names
    assert probe.policy == runner.ready.policy


async def test_after_kill_9_of_the_supervisor_the_next_run_works():
    runner = Runner(RunnerOptions(spares=0))
    ready = await runner.start()
    run = runner.run(RunRequest("print('on', flush=True)\nimport time\ntime.sleep(60)"))
    events = []
    async for event in run:
        events.append(event)
        if isinstance(event, Stdout):
            os.kill(ready.pid, signal.SIGKILL)
    assert events[-1].status is Status.KILLED
    assert (await collect(runner, RunRequest("print('again')"))).stdout == "again\n"
    assert runner.ready.pid != ready.pid
    await runner.close()


async def test_closing_leaves_no_process_behind():
    runner = Runner(RunnerOptions())
    pid = (await runner.start()).pid
    runner.run(RunRequest("while True: pass"))
    await asyncio.sleep(0.2)
    await runner.close()
    for _ in range(1200):
        if not (left := alive_in_session(pid)):
            break
        await asyncio.sleep(0.05)
    assert left == []


def alive_in_session(leader: int) -> list[str]:
    """Pids of what still lives in the session that the supervisor led."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            fields = stat.read_text().rpartition(")")[2].split()
            if fields[3] == str(leader) and fields[0] != "Z":
                found.append(stat.parent.name)
    return found


@pytest.fixture
def bare_python(tmp_path):
    """An interpreter without torch."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path)], check=True)
    return str(tmp_path / "bin" / "python")


async def test_another_interpreter_without_torch_is_told_in_one_line(bare_python):
    runner = Runner(RunnerOptions(python=bare_python))
    with pytest.raises(RunnerUnavailable, match="torch") as caught:
        await runner.start()
    assert "\n" not in str(caught.value)
    await runner.close()


async def test_an_interrupt_that_comes_before_the_code_shows_nothing_of_ours(runner):
    for pause in (0, 0.001, 0.003, 0.01):
        run = runner.run(RunRequest("while True:\n    pass\n"))
        await asyncio.sleep(pause)
        run.interrupt()
        events = [event async for event in run]
        said = "".join(event.text for event in events if isinstance(event, Stderr))
        assert said.rstrip().endswith("KeyboardInterrupt")
        assert "studytui" not in said
        assert (events[-1].status, events[-1].exit_code) == (Status.KILLED, 130)
