"""A run prints and ends as `python file.py` does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = {
    "return outside": "return 5\n",
    "unfinished": "x = 1\ny = x +\n",
    "no block": "def f():\nprint(1)\n",
    "never closed": "x = (1,\n\n",
    "indent": "a = 5\n  b = 3\n",
    "old print": 'print "hi"\n',
    "deep in torch": "import torch\na = torch.ones(2, 3)\n\ndef f(t):\n    return t @ t\n\nf(a)\n",
    "our patch": "import torch\ndef g(t):\n    return t.backward()\ng(torch.ones(2))\n",
    "twice backward": "import torch\nx = torch.ones(2, requires_grad=True)\n"
    "for i in range(3):\n    loss = (x**2).sum()\n"
    "loss.backward()\nloss.backward()\n",
    "in a closure": "import torch\nopt = torch.optim.SGD([torch.ones(2, requires_grad=True)], lr=0.1)\n"
    "def closure():\n    raise RuntimeError('in closure')\nopt.step(closure)\n",
    "did you mean": "r2 = 1\nprint(r_2)\n",
    "no such attribute": "import torch\ntorch.arrange(3)\n",
    "no such module": "import nothing_by_that_name\n",
    "recursion": "def f(n):\n    return f(n + 1)\nf(0)\n",
    "cause": "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('x') from e\n",
    "context": "try:\n    1 / 0\nexcept ZeroDivisionError:\n    int('a')\n",
    "group": "raise ExceptionGroup('g', [ValueError(1), TypeError('b')])\n",
    "broken str": "class E(Exception):\n    def __str__(self): raise KeyError\nraise E()\n",
    "own hook": "import sys\nsys.excepthook = lambda t, v, b: print('hook', t.__name__, v)\n1 / 0\n",
    "exit words": "raise SystemExit('bye')\n",
    "exit code": "import sys\nsys.exit(3)\n",
    "unicode": "print('é')\nraise ValueError('ü\\nsecond line')\n",
    "future": "from __future__ import annotations\ndef f(a: Foo): pass\nprint(f.__annotations__)\n",
    "main": "'''doc'''\nif __name__ == '__main__':\n    print(__name__, __doc__)\n",
    "globals": "print(sorted(globals()))\n",
    "source": "import inspect\ndef f():\n    return 1  # kept\nprint(inspect.getsource(f))\n",
    "script": "import torch\n@torch.jit.script\ndef f(x):\n    return x * 2\nprint(f(torch.ones(2)))\n",
    "last value": "x = 5\nx\n",
    "warning": "import warnings\nwarnings.warn('careful')\n",
}


@pytest.mark.parametrize("name", CASES)
def test_the_same_text_and_the_same_code(run: Callable, name: str, tmp_path: Path) -> None:
    path = tmp_path / "snippet.py"
    path.write_text(CASES[name], encoding="utf-8")
    python = subprocess.run([sys.executable, path], capture_output=True, text=True, cwd=tmp_path, check=False)
    ran = run(CASES[name])
    assert ran.err == python.stderr.replace(str(path), "snippet.py")
    assert (ran.out, ran.code) == (python.stdout, python.returncode)


@pytest.mark.parametrize(
    ("name", "error", "line"),
    [
        ("deep in torch", "RuntimeError", 5),
        ("unfinished", "SyntaxError", 2),
        ("twice backward", "RuntimeError", 6),
        ("in a closure", "RuntimeError", 4),
        ("cause", "ValueError", 4),
        ("no such module", "ModuleNotFoundError", 1),
    ],
)
def test_the_line_is_the_learners(run: Callable, name: str, error: str, line: int) -> None:
    (message,) = run(CASES[name]).said("exc")
    assert (message["type"], message["line"]) == (error, line)
    assert "studytui" not in message["traceback"]


def test_an_interrupt_ends_with_130_and_where_it_was(run: Callable) -> None:
    code = "for i in range(10**9):\n    loss = 1.0 * i\n"
    ran = run(code, interrupt_at=3)
    assert ran.code == 130
    assert ran.err.splitlines()[0] == "Traceback (most recent call last):"
    assert ran.err.splitlines()[-1] == "KeyboardInterrupt"
    assert ran.said("exc")[0]["line"] in (1, 2)


def test_the_last_expression_is_told_and_not_printed(run: Callable) -> None:
    ran = run("import torch\nx = torch.arange(3)\nx * 2\n")
    assert ran.out == ""
    assert [message["text"] for message in ran.said("value")] == ["tensor([0, 2, 4])"]


@pytest.mark.parametrize("code", ["None\n", "x = 1\nx;\n", "'''only a docstring'''\n", "print(1)\n"])
def test_there_is_not_always_a_value(run: Callable, code: str) -> None:
    assert run(code).said("value") == []


def test_setup_is_the_same_namespace_and_not_the_learners_lines(run: Callable) -> None:
    ran = run("print(base + 1)\n1 / 0\n", setup="\n\n\nbase = 41\n")
    assert ran.out == "42\n"
    assert ran.said("exc")[0]["line"] == 2
    broken = run("print('never')\n", setup="oops\n")
    assert (broken.out, broken.said("exc")[0]["line"]) == ("", None)


def test_a_seed_makes_runs_alike_and_none_makes_them_differ(run: Callable) -> None:
    code = "import random, numpy, torch\nprint(random.random(), numpy.random.rand(), torch.rand(1).item())\n"
    assert run(code, seed=7).out == run(code, seed=7).out
    assert len({run(code).out for _ in range(4)}) == 4


NOTEBOOK = """\
%matplotlib inline
x = 5
if x:
    !pip list
print('''
%timeit''')
1 / 0
"""


def test_notebook_lines_are_left_out_and_named(run: Callable) -> None:
    ran = run(NOTEBOOK)
    assert ran.out == "\n%timeit\n"
    assert "matplotlib" not in ran.err  # figures are shown in place anyway
    assert "line 4: !pip list" in ran.err
    assert ran.said("exc")[0]["line"] == 7
