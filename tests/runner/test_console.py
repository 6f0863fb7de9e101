"""Asking the process of a finished run, on the real supervisor."""

import asyncio

import pytest
import pytest_asyncio

from studytui.runner.events import (
    Answered,
    Closed,
    Failed,
    Finished,
    Status,
    Stderr,
    Stdout,
    ValueShown,
    Variables,
)
from studytui.runner.request import Limits, RunnerOptions, RunRequest
from studytui.runner.runner import Runner

pytestmark = pytest.mark.asyncio(loop_scope="module")
CODE = "import torch\nw = torch.tensor([3., 4.], requires_grad=True)\n(w ** 2).sum().backward()\n"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner():
    runner = Runner(RunnerOptions())
    await runner.start()
    yield runner
    await runner.close()


async def finished(runner, code=CODE, stay=60.0, **limits):
    """Run to `Finished`; the run and that event."""
    run = runner.run(RunRequest(code, stay=stay, limits=Limits(**limits)))
    events = [event async for event in run]
    assert isinstance(events[-1], Finished)
    return run, events[-1]


async def asked(run, text):
    """All events of one answer, the variables aside."""
    run.console.ask(text)
    events = []
    async for event in run.console:
        if isinstance(event, Answered | Closed):
            return [*events, event]
        if not isinstance(event, Variables):
            events.append(event)
    raise AssertionError("no answer")


async def test_values_are_asked_and_changed(runner):
    run, ended = await finished(runner)
    assert (ended.status, ended.exit_code) == (Status.OK, 0)
    assert ended.max_rss > 1 << 20
    assert await asked(run, "w.grad.norm()") == [ValueShown("tensor(10.)"), Answered()]
    assert await asked(run, "_ * 2") == [ValueShown("tensor(20.)"), Answered()]
    assert await asked(run, "a = 5; print(a)") == [Stdout("5\n"), Answered()]
    assert await asked(run, "a + 1") == [ValueShown("6"), Answered()]


async def test_the_variables_are_told_again_after_a_question(runner):
    run, _ = await finished(runner)
    run.console.ask("fresh = w * 2")
    told = []
    async for event in run.console:
        told.append(event)
        if isinstance(event, Answered):
            break
    (variables,) = (event for event in told if isinstance(event, Variables))
    assert "fresh" in [item["name"] for item in variables.items]


async def test_an_error_is_explained_and_the_process_stays(runner):
    run, _ = await finished(runner)
    stderr, failed, _ = await asked(run, "w @ torch.ones(3)")
    assert isinstance(stderr, Stderr)
    assert stderr.text.startswith("RuntimeError: ")
    assert isinstance(failed, Failed)
    assert failed.hint
    assert await asked(run, "1 + 1") == [ValueShown("2"), Answered()]


async def test_a_program_that_failed_can_be_asked_what_it_had(runner):
    run, ended = await finished(runner, "x = 41\nx.nothing")
    assert ended.status is Status.ERROR
    assert await asked(run, "x + 1") == [ValueShown("42"), Answered()]


async def test_a_run_that_took_too_long_can_be_asked_where_it_was(runner):
    run, ended = await finished(runner, "n = 0\nwhile True: n += 1", timeout=3.0)
    assert ended.status is Status.TIMEOUT
    assert "the time limit" in ended.message
    assert await asked(run, "n > 0") == [ValueShown("True"), Answered()]


async def test_a_question_has_a_time_limit_and_can_be_interrupted(runner):
    run, _ = await finished(runner, "x = 1", timeout=5.0)
    events = await asked(run, "while True: pass")
    assert [event.error for event in events if isinstance(event, Failed)] == ["KeyboardInterrupt"]
    assert await asked(run, "x") == [ValueShown("1"), Answered()]
    run, _ = await finished(runner, "import time; x = 1")
    run.console.ask("print('now'); time.sleep(50)")
    async for event in run.console:
        if isinstance(event, Stdout):
            run.console.interrupt()
        if isinstance(event, Answered):
            break
    assert await asked(run, "x") == [ValueShown("1"), Answered()]


async def test_memory_still_counts(runner):
    run, _ = await finished(runner, memory=600 << 20)
    events = await asked(run, "x = torch.ones(400_000_000)")
    answers = [event for event in events if isinstance(event, Failed | Closed)]
    assert "memory" in str(answers[0]).lower()


async def test_only_the_last_process_stays(runner):
    first, _ = await finished(runner)
    second, _ = await finished(runner)
    assert [event async for event in first.console] == [Closed("")]
    assert await first.console.inquire("complete", text="w.") is None
    assert await asked(second, "1") == [ValueShown("1"), Answered()]


async def test_it_leaves_when_nobody_asks(runner):
    run, _ = await finished(runner, stay=0.2)
    (last,) = [event async for event in run.console]
    assert "nobody asked" in last.message


async def test_exit_ends_it(runner):
    run, _ = await finished(runner)
    assert await asked(run, "exit()") == [Answered()]
    assert [event async for event in run.console] == [Closed("")]


async def test_a_program_with_an_exit_handler_ends_as_python_ends_it(runner):
    run = runner.run(RunRequest("import atexit\natexit.register(print, 'bye');", stay=60.0))
    events = [event async for event in run]
    assert Stdout("bye\n") in events
    assert run.console is None


async def test_threads_of_the_code_are_waited_for(runner):
    code = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()"
    run = runner.run(RunRequest(code, stay=60.0))
    assert Stdout("late\n") in [event async for event in run]


async def test_a_forged_word_wins_no_more_than_the_time_it_may_stay(runner):
    code = """import os, time
os.write(3, b'{"verb": "settled", "exit_code": 0}\\n')
os.write(3, b'{"verb": "answered", "number": 1, "value": "forged"}\\n')
time.sleep(100)"""
    run, ended = await finished(runner, code, stay=0.3)
    assert ended.status is Status.OK
    assert [type(event) for event in [event async for event in run.console]] == [Closed]
    plain = runner.run(RunRequest(code, limits=Limits(timeout=0.3)))
    events = [event async for event in plain]
    assert events[-1].status is Status.TIMEOUT


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("w.gr", "grad", "attribute"),
        ("torch.nn.Lin", "Linear", "class"),
        ("prin", "print", "function"),
        ("y = w", "w", "[2] float32"),
        ("whil", "while", "keyword"),
        ("batch_size = 3\nbat", "batch_size", ""),
        ("table['a'].app", "append", "function"),
    ],
)
async def test_names_are_completed_from_the_values(runner, text, name, kind):
    run, _ = await finished(runner, CODE + "table = {'a': []}")
    answer = await run.console.inquire("complete", text=text)
    assert [name, kind] in answer["items"]


async def test_completion_calls_nothing(runner):
    run, _ = await finished(runner, "def f():\n    print('called')\n    return 1")
    assert (await run.console.inquire("complete", text="f().")) is not None
    assert await asked(run, "2") == [ValueShown("2"), Answered()]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("torch.linspace(1, ", "linspace(start, end, steps"),
        ("torch.nn.Linear(", "Linear(in_features: int"),
        ("torch.add(w, torch.ones(", "ones(*size"),
    ],
)
async def test_signatures_come_from_the_functions(runner, text, begins):
    run, _ = await finished(runner)
    assert (await run.console.inquire("signature", text=text))["text"].startswith(begins)
    assert "text" not in await run.console.inquire("signature", text="x = 1")


async def test_closing_the_runner_ends_the_conversation():
    runner = Runner(RunnerOptions())
    run, _ = await finished(runner)
    waiting = asyncio.ensure_future(run.console.inquire("complete", text="w."))
    await runner.close()
    await waiting
    assert isinstance([event async for event in run.console][-1], Closed)
