"""`studytui run` does what `python` does, and says how a run was ended when it was."""

import json
import signal
import subprocess
import sys

import pytest

EVERYTHING = r"""
import os, sys
import torch
print("tensor", torch.arange(3))
print("é 界 \x1b[31mred\x1b[0m \x1b]0;title\x07 tab\t back\b", end="")
sys.stdout.flush()
os.write(2, b"from C\n")
for n in range(1000):
    print(n, end="\r\n" if n % 2 else "\n")
sys.stderr.write("no newline")
def inner(): raise ValueError("made up")
inner()
"""


def test_output_and_exit_code_are_python_s_own_to_the_byte(studytui, program, tmp_path):
    name = program(EVERYTHING)
    expected = subprocess.run([sys.executable, name], cwd=tmp_path, capture_output=True, timeout=300)
    done = studytui("run", name)
    assert done.stdout == expected.stdout
    assert done.stderr == expected.stderr.replace(bytes(tmp_path), b"").replace(b'File "/', b'File "')
    assert done.returncode == expected.returncode == 1


@pytest.mark.parametrize(
    ("source", "code"),
    [("pass", 0), ("import sys; sys.exit(7)", 7), ("import os; os._exit(3)", 3), ("1/0", 1), ("x = (", 1)],
)
def test_exit_codes_of_the_program_s_own(studytui, program, source, code):
    done = studytui("run", program(source))
    assert (done.returncode, done.stdout) == (code, b"")


@pytest.mark.parametrize(
    ("source", "options", "code", "words"),
    [
        ("while True: pass", ["--timeout", "3"], 4, "Stopped at line 1 after 3 s"),
        (
            "import torch\na = [torch.ones(1 << 26) for _ in range(99)]",
            ["--memory", "1G"],
            5,
            "1 GiB of memory",
        ),
        ("import ctypes\nctypes.string_at(0)", [], 6, "segmentation fault) at line 2"),
    ],
)
def test_endings_the_sandbox_made(studytui, program, source, options, code, words):
    done = studytui("run", program(source), *options)
    assert done.returncode == code
    assert words in done.stderr.decode().splitlines()[-1]


def test_no_usable_interpreter_is_code_3(studytui, program):
    done = studytui("run", program("pass"), "--python", "/nowhere/python")
    assert done.returncode == 3
    assert done.stderr.decode().count("\n") == 1


def test_standard_input_reaches_the_program(studytui, program):
    name = program("import sys\nprint(input('? ') + '|' + sys.stdin.read())")
    assert studytui("run", name, input=b"one\ntwo\nthree\n").stdout == b"? one|two\nthree\n\n"


def test_the_program_may_come_from_standard_input(studytui):
    done = studytui("run", "-", input=b"print(6 * 7)\ninput()")
    assert done.stdout == b"42\n"
    assert b"EOFError" in done.stderr


def test_json_is_one_event_a_line_and_finished_is_last(studytui, program):
    source = "import torch\nprint('hi')\nw = torch.ones(1, requires_grad=True)\n(w + torch.ones(2) @ w)\n"
    lines = studytui("run", "--json", program(source)).stdout.decode().splitlines()
    events = [json.loads(line) for line in lines]
    assert all(line.startswith('{"type":') for line in lines)
    kinds = [event["type"] for event in events]
    assert (kinds[0], kinds[-1]) == ("started", "finished")
    error = events[kinds.index("error")]
    assert error["line"] == 4
    assert error["lesson"]
    assert events[-1]["exit_code"] == 1


def test_json_of_a_timeout_still_ends_with_finished(studytui, program):
    done = studytui("run", "--json", "--timeout", "0.3", program("while True: pass"))
    assert json.loads(done.stdout.splitlines()[-1])["status"] == "timeout"
    assert done.returncode == 4


def test_curves_are_drawn_on_request(studytui, program):
    source = "import torch\nw = torch.tensor(3., requires_grad=True)\nfor _ in range(50):\n"
    source += "    loss = (w ** 2)\n    loss.backward()\n    w.data -= 0.1 * w.grad\n    w.grad = None\n"
    done = studytui("run", "--plot", program(source))
    assert "loss: converged, 50 steps, 9 →" in done.stdout.decode()
    assert studytui("run", program(source)).stdout == b""


def test_control_c_interrupts_and_twice_kills(started, program):
    process = started(
        "run",
        program("import sys\ntry:\n print('on', flush=True)\n while True: pass\nfinally:\n print('off')"),
    )
    assert process.stdout.readline() == b"on\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    assert out == b"off\n"
    assert b"KeyboardInterrupt" in err
    assert process.returncode == 130


def test_a_second_control_c_kills_what_does_not_listen(started, program):
    source = "try:\n print('on', flush=True)\n while True: pass\n"
    source += "except BaseException:\n print('no', flush=True)\n while True: pass"
    process = started("run", program(source))
    assert process.stdout.readline() == b"on\n"
    process.send_signal(signal.SIGINT)
    assert process.stdout.readline() == b"no\n"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=120)
    assert process.returncode == 130


def test_a_reader_that_leaves_ends_the_run(started, program):
    process = started("run", program("while True: print('x' * 1000)"))
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=120) == 141
    assert b"Traceback" not in process.stderr.read()


def test_export_writes_plots_data_and_a_page_and_says_so(studytui, program, tmp_path):
    file = program(
        "losses = [1 / (1 + k) for k in range(40)]\nfor loss in losses:\n    print('loss', loss)\n"
    )
    done = studytui("run", file, "--export", "out")
    assert done.returncode == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["loss.csv", "loss.png", "loss.svg", "program.md"]
    said = done.stderr.decode()
    assert "Saved loss.svg, .png, .csv in out" in said
    assert "Saved program.md in out" in said
    assert "loss 0.5" in (tmp_path / "out" / "program.md").read_text()
    studytui("run", file, "--export", "out")
    assert len(list((tmp_path / "out").iterdir())) == 8
