"""Live mode through the whole app in a pseudo-terminal: from a key to the new result, and to its letter."""

from __future__ import annotations

import itertools
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.pseudo_terminal import Person
from tests.benchmarks.row import Row

CODE = """import torch
x = torch.linspace(-2, 2, 5, requires_grad=True)
(x ** 2).sum().backward()
print("seen", x.grad.norm().item(), "#")
"""
F8 = b"\x1b[19~"
UNEVEN = itertools.cycle((count * 0.618034) % 1 for count in range(120))
"""From 0 to 1, the same at every run."""
PERCEPTIBLE = 250.0
"""Milliseconds after which a result no longer belongs to the key that asked for it."""


def rows(rounds: int = 120) -> list[Row]:
    """Type digits, one at a time, with live mode off and on."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "snippet.py"
        file.write_text(CODE)
        command = [sys.executable, "-m", "studytui", "play", os.fspath(file)]
        with Person(command, {"STUDYTUI_HOME": folder}) as person:
            person.until("isolation")
            time.sleep(3)  # the second stage of warming up
            person.press(b"\x1b[B" * 3 + b"\x1b[F" + b"\x1b[D" * 2)  # before the quote after #
            person.read(1)
            # The same screen for both: with the results of a run under the code.
            person.press(F8)
            person.wait(lambda: "seen" in person.line_with("seen"))
            person.rest(1)
            person.press(F8)
            person.rest(1)
            plain = [_letter(person) for _ in range(rounds)]
            person.press(F8)
            person.rest(1)
            results, letters = zip(*(_result(person) for _ in range(rounds)), strict=True)
    for what, taken in (("result", results), ("letter", letters), ("letter, live mode off", plain)):
        print(f"  {what}: p50 {_at(taken, 50):.0f} ms, p95 {_at(taken, 95):.0f} ms")
    return [
        Row(
            "live: key to new result, p95",
            _at(results, 95),
            "what still feels tied to it",
            PERCEPTIBLE,
            "ms",
            1.0,
        ),
        Row("live: key to its letter, p95", _at(letters, 95), "live mode off", _at(plain, 95), "ms", 1.2),
    ]


def _at(values: tuple[float, ...] | list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _code(person: Person) -> str:
    """The line that is typed in, the fourth."""
    return next(line for line in person.lines() if line.startswith("4 "))


def _letter(person: Person) -> float:
    """Milliseconds from a key to the letter in the editor; it is taken back."""
    before, begin = _code(person), time.perf_counter()
    person.press(b"7")
    person.wait(lambda: _code(person) != before)
    elapsed = (time.perf_counter() - begin) * 1e3
    person.press(b"\x7f")
    person.wait(lambda: _code(person) == before)
    _rest(person)
    return elapsed


def _result(person: Person) -> tuple[float, float]:
    """Milliseconds from a key to the new result, and to its letter; it is taken back."""
    before, shown, begin = person.line_with("seen"), _code(person), time.perf_counter()
    person.press(b"7")
    person.wait(lambda: _code(person) != shown)
    letter = (time.perf_counter() - begin) * 1e3
    person.wait(lambda: person.line_with("seen") != before)
    result = (time.perf_counter() - begin) * 1e3
    person.press(b"\x7f")
    person.wait(lambda: person.line_with("seen") == before)
    _rest(person)
    return result, letter


def _rest(person: Person) -> None:
    """What a person needs between two keys that ask for something: the same in both modes.

    Uneven, as fingers are: even rests fall in step with the blinking cursor, in one of the modes only.
    The terminal goes on taking in what comes and answering: one that does not looks like a slow link.
    """
    person.rest(0.25 + 0.5 * next(UNEVEN))
