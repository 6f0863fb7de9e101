"""The app's side of the wire, against a supervisor played by a script."""

import asyncio
import sys

import pytest

from studytui.errors import RunnerUnavailable
from studytui.runner.events import Finished, SeriesPoints, Started, Status, Stdout
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner
from studytui.runner.status import Died, Note, Ready, Waiting, Warming


async def events_of(run):
    return [event async for event in run]


async def until(true):
    for _ in range(6000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


async def test_the_sandbox_is_shipped_with_its_options(play):
    runner = play(
        """
        assert "supervisor/loop.py" in bundle and "wire.py" in bundle, sorted(bundle)
        ready(torch=json.dumps(hello))
        hear()
        """,
        threads=3,
        unsafe_files=True,
    )
    said = (await runner.start()).torch
    assert '"threads": 3' in said
    assert '"unsafe_files": true' in said
    assert '"op": "hello"' in said


async def test_a_run_is_a_stream_that_ends_with_finished(play):
    runner = play(
        """
        ready()
        job = hear()
        assert (job["op"], job["code"], job["limits"]["timeout"]) == ("run", "print(1)", 60.0), job
        say("started", run=job["run"], device="cpu", layers=["landlock"])
        say("out", run=job["run"], stream="stdout", text="1\\n")
        done(job["run"])
        say("out", run=job["run"], stream="stdout", text="too late")
        hear()
        """
    )
    await runner.start()
    events = await events_of(runner.run(RunRequest("print(1)")))
    assert events == [
        Started("cpu", "3.11.7", "2.13.0", ("landlock",)),
        Stdout("1\n"),
        Finished(Status.OK, 0, 0.5, 1),
    ]


async def test_banners_before_the_first_frame_are_kept_as_diagnostics(play):
    runner = play(
        r"""
        os.write(1, b"*** Welcome to gpu07 \x1b]0;title\x07***\r\nno newline follows")
        os.write(2, b"warning: quota\n")
        ready()
        hear()
        """
    )
    notes = []
    runner.on_status = notes.append
    await runner.start()
    await until(lambda: len(runner.diagnostics) == 3)
    assert set(runner.diagnostics) == {"*** Welcome to gpu07 ***", "no newline follows", "warning: quota"}
    assert Note("no newline follows") in notes


async def test_several_runs_at_once_do_not_mix(play):
    runner = play(
        """
        ready()
        first, second = hear(), hear()
        for n in range(3):
            for job in (second, first):
                say("out", run=job["run"], stream="stdout", text=f"{job['code']}{n} ")
        done(second["run"]); done(first["run"], status="error", exit_code=3)
        hear()
        """
    )
    await runner.start()
    one, two = runner.run(RunRequest("a")), runner.run(RunRequest("b"))
    a, b = await asyncio.gather(events_of(one), events_of(two))
    assert "".join(e.text for e in a if isinstance(e, Stdout)) == "a0 a1 a2 "
    assert "".join(e.text for e in b if isinstance(e, Stdout)) == "b0 b1 b2 "
    assert (a[-1].exit_code, b[-1].exit_code) == (3, 0)


async def test_numbers_that_are_not_finite_arrive_as_words(play):
    runner = play(
        """
        ready()
        n = hear()["run"]
        nan, low = float("nan"), float("-inf")
        say("msg", run=n, verb="series", name="loss", steps=[0, 1, 2], values=[1.0, nan, low],
            final=True, count=3, first=1.0, last=low, min=low, max=1.0)
        done(n)
        hear()
        """
    )
    await runner.start()
    events = await events_of(runner.run(RunRequest("x")))
    assert events[0] == SeriesPoints(
        "loss", (0, 1, 2), (1.0, "nan", "-inf"), True, 3, 1.0, "-inf", "-inf", 1.0
    )


async def test_escapes_are_taken_out_unless_the_output_is_wanted_raw(play):
    runner = play(
        r"""
        ready()
        for _ in range(2):
            n = hear()["run"]
            say("out", run=n, stream="stdout", text="a\x1b]52;c;")
            say("out", run=n, stream="stdout", text="eHg=\x07b\x1b[31mc\x1b[")
            done(n)
        hear()
        """
    )
    await runner.start()
    clean = [e.text for e in await events_of(runner.run(RunRequest(""))) if isinstance(e, Stdout)]
    raw = [e.text for e in await events_of(runner.run(RunRequest(""), raw=True)) if isinstance(e, Stdout)]
    assert "".join(clean) == "ab\x1b[31mc"
    assert "".join(raw) == "a\x1b]52;c;eHg=\x07b\x1b[31mc\x1b["


async def test_what_is_asked_of_a_run_reaches_the_supervisor(play):
    runner = play(
        """
        ready()
        n = hear()["run"]
        asked = [hear() for _ in range(4)]
        seen = [(a["op"], a["run"] == n, a.get("text")) for a in asked]
        say("out", run=n, stream="stdout", text=repr(seen))
        done(n)
        hear()
        """
    )
    await runner.start()
    run = runner.run(RunRequest(""))
    run.send_input("two words")
    run.end_input()
    run.interrupt()
    run.kill()
    said = (await events_of(run))[0].text
    assert said == str(
        [("input", True, "two words"), ("eof", True, None), ("interrupt", True, None), ("kill", True, None)]
    )


async def test_warming_is_reported_and_ready_comes_twice(play):
    runner = play(
        """
        say("warming", stage="torch", fraction=0.4)
        ready(stage="torch")
        say("warming", stage="full", fraction=7)
        ready(stage="full")
        hear()
        """
    )
    heard = []
    runner.on_status = heard.append
    assert (await runner.start()).stage == "torch"
    await until(lambda: len(heard) == 5)
    assert [type(each) for each in heard] == [Waiting, Warming, Ready, Warming, Ready]
    assert heard[3].fraction == 1.0
    assert runner.ready.stage == "full"


async def test_a_run_may_be_asked_for_before_anything_is_ready(play):
    runner = play("time.sleep(0.2); ready(); n = hear()['run']; done(n); hear()")
    events = await events_of(runner.run(RunRequest("")))
    assert events[-1].status is Status.OK


async def test_a_run_stopped_while_it_waits_never_begins(play):
    runner = play("time.sleep(0.2); ready(); job = hear(); assert job['op'] == 'quit', job")
    run = runner.run(RunRequest("launch()"))
    run.interrupt()
    events = await events_of(run)
    assert [type(e) for e in events] == [Finished]
    assert (events[0].exit_code, events[0].message) == (130, "Stopped before it had begun.")
    await runner.start()


async def test_when_the_supervisor_dies_runs_end_and_the_next_one_starts_another(play, tmp_path):
    runner = play(
        f"""
        ready()
        n = hear()["run"]
        if not os.path.exists({str(tmp_path / "died")!r}):
            open({str(tmp_path / "died")!r}, "w").close()
            os._exit(9)
        done(n)
        hear()
        """
    )
    heard = []
    runner.on_status = heard.append
    first = (await events_of(runner.run(RunRequest(""))))[-1]
    assert (first.status, "starts a new one" in first.message) == (Status.KILLED, True)
    assert any(isinstance(each, Died) for each in heard)
    assert (await events_of(runner.run(RunRequest(""))))[-1].status is Status.OK


async def test_a_supervisor_that_gives_up_later_is_replaced(play, tmp_path):
    runner = play(
        f"""
        ready()
        n = hear()["run"]
        if not os.path.exists({str(tmp_path / "gave-up")!r}):
            open({str(tmp_path / "gave-up")!r}, "w").close()
            say("fatal", message="the warm process ended twice")
            hear()
        done(n)
        hear()
        """
    )
    heard = []
    runner.on_status = heard.append
    assert (await events_of(runner.run(RunRequest(""))))[-1].status is Status.KILLED
    assert "(the warm process ended twice)" in heard[-1].message
    assert (await events_of(runner.run(RunRequest(""))))[-1].status is Status.OK


async def test_what_a_request_leaves_open_the_options_say(play):
    runner = play(
        """
        ready()
        for _ in range(2):
            job = hear()
            say("out", run=job["run"], stream="stdout", text=f"{job['device']} {job['threads']}")
            done(job["run"])
        hear()
        """,
        device="cuda:1",
        threads=4,
    )
    await runner.start()
    assert (await events_of(runner.run(RunRequest(""))))[0].text == "cuda:1 4"
    assert (await events_of(runner.run(RunRequest("", device="cpu", threads=2))))[0].text == "cpu 2"


async def test_closing_while_it_starts_ends_the_start(play):
    runner = play("time.sleep(60)")
    waiting = asyncio.create_task(runner.start())
    await asyncio.sleep(0.3)
    await runner.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_frames_of_a_wrong_shape_change_nothing(play):
    runner = play(
        r"""
        ready()
        n = hear()["run"]
        for bad in (b"{", b"[]", b"[" * 100000, b"null", b'{"ev": 3}', b'{"ev": "ready"}'):
            os.write(1, b"\x1e" + bad + b"\n")
        say("out", run=n, stream="stdlog", text="x"); say("out", run=n, stream="stdout", text=5)
        say("out", run="x", stream="stdout", text="x"); say("done", run=n + 100); say("nonsense", run=n)
        say("msg", run=n, verb="series", name="l", steps=["a"], values=[1]); say("msg", run=n)
        say("truncated", run=n, stream="stdout", dropped="many")
        done(n, status="splendid", exit_code="zero")
        hear()
        """
    )
    await runner.start()
    events = await events_of(runner.run(RunRequest("")))
    assert [type(e) for e in events] == [Finished]
    assert events[0].status is Status.KILLED


async def unavailable(runner: Runner) -> str:
    with pytest.raises(RunnerUnavailable) as caught:
        await runner.start()
    words = str(caught.value)
    assert "\n" not in words
    await runner.close()
    return words


async def test_words_when_the_interpreter_is_not_there():
    words = await unavailable(Runner(RunnerOptions(python="/nowhere/python")))
    assert words == (
        "interpreter '/nowhere/python' cannot be started: No such file or directory; "
        "give one with torch: --python PATH"
    )


async def test_words_when_the_launcher_is_not_there():
    words = await unavailable(Runner(RunnerOptions(launcher=("no-such-launcher", "host"))))
    assert words.startswith("launcher 'no-such-launcher' cannot be started")


async def test_words_when_the_launcher_ends_quote_its_last_line():
    options = RunnerOptions(
        launcher=("sh", "-c", "echo connecting >&2; echo 'host gpu07 unknown' >&2; exit 255")
    )
    words = await unavailable(Runner(options))
    assert words.endswith("ended with code 255 before it was ready: host gpu07 unknown")


async def test_words_when_it_is_refused_say_how_to_consent(play):
    words = await unavailable(play('ready(policy="refuse", missing={"landlock": "kernel too old"}); hear()'))
    assert "landlock: kernel too old" in words
    assert "--unsafe-files" in words


async def test_with_consent_a_weak_wall_is_accepted(play):
    runner = play('ready(policy="refuse"); hear()', unsafe_files=True)
    assert (await runner.start()).policy == "refuse"


async def test_the_supervisor_s_own_words_when_it_gives_up(play):
    words = await unavailable(play('say("fatal", message="no torch\\nin /usr/bin/python3"); hear()'))
    assert words == "no torch in /usr/bin/python3"


async def test_words_when_there_is_no_answer(play):
    words = await unavailable(play("hear()", patience=0.3))
    assert words.startswith("no answer from ")
    assert "in 0.3 s" in words


async def test_progress_keeps_a_slow_start_alive(play):
    scenario = (
        "for n in range(8): say('warming', stage='torch', fraction=n / 8); time.sleep(1.5)\nready(); hear()"
    )
    runner = play(scenario, patience=10.0)  # for one silence, which a new interpreter begins with
    assert (await runner.start()).torch == "2.13.0"


async def test_after_a_failed_start_the_next_one_tries_again(scripted, tmp_path):
    flag = tmp_path / "second"
    options = scripted(
        f"""
        if not os.path.exists({str(flag)!r}):
            open({str(flag)!r}, "w").close(); sys.exit("not yet")
        ready(); hear()
        """
    )
    runner = Runner(options)
    with pytest.raises(RunnerUnavailable, match="not yet"):
        await runner.start()
    assert (await runner.start()).torch == "2.13.0"
    await runner.close()


async def test_ssh_has_its_words_quoted_for_the_shell_over_there(tmp_path):
    """A stand-in ssh that does what ssh does with its words: join them and give them to a shell."""
    ssh = tmp_path / "ssh"
    ssh.write_text('#!/bin/sh\nshift\nexec sh -c "$*"\n')
    ssh.chmod(0o755)
    options = RunnerOptions(launcher=(str(ssh), "gpu07"), python=f"{sys.executable} -c 'print(1)' #")
    words = await unavailable(Runner(options))
    assert "ended with code 127" in words, "the interpreter's odd name must reach the shell as one word"
