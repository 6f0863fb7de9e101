"""Strides and storage: where each element lies, and which part of the storage is used."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from textual.strip import Strip

from studytui.tui.screens.inspector.lines import BOLD, DIM, fact, line, sizes
from studytui.tui.screens.inspector.subject import Subject

ROWS, COLUMNS = 8, 9
CELLS = 96
"""Elements of the storage that are drawn."""
LETTERS = "ijklmn"


def memory_page(subject: Subject) -> Iterator[Strip]:
    """The lines: the rule, the positions, the storage with what is used of it."""
    closer, shape = subject.closer, subject.shape
    strides = [each for each in closer["stride"] if isinstance(each, int)]
    offset, storage = int(closer.get("offset") or 0), int(closer.get("storage") or 0)
    yield fact("shape", sizes(shape))
    yield fact("strides", f"{tuple(strides)}  steps in memory along each dimension")
    yield fact("offset", f"{offset}  the storage has {storage} elements")
    yield fact("element", _rule(strides, offset))
    yield from _remarks(shape, strides)
    yield line("")
    if not prod(shape):
        return
    yield line(("places of the elements in the storage", BOLD))
    yield from _places(shape, strides, offset)
    yield line("")
    yield line(("storage  ", BOLD), ("■ used  ▣ used several times  · not used", DIM))
    yield from _used(shape, strides, offset, storage)


def _rule(strides: list[int], offset: int) -> str:
    letters = LETTERS[: len(strides)] if len(strides) <= len(LETTERS) else ""
    if not letters:
        return f"lies at {offset} + index · stride" if strides else f"the only one lies at {offset}"
    steps = " + ".join(f"{step}·{letter}" for step, letter in zip(strides, letters, strict=True))
    return f"[{', '.join(letters)}] lies at {offset} + {steps}"


def _remarks(shape: list[int], strides: list[int]) -> Iterator[Strip]:
    pairs = list(zip(shape, strides, strict=False))
    if any(size > 1 and step == 0 for size, step in pairs):
        yield fact("", "stride 0 reads the same memory again (expand)")
    steps = [step for size, step in pairs if size > 1]
    if steps != sorted(steps, reverse=True):
        yield fact("", "strides grow rightwards: dimensions swapped")


def _places(shape: list[int], strides: list[int], offset: int) -> Iterator[Strip]:
    """The last two dimensions; of further ones the first entry."""
    rows, columns = ([1, 1, *shape])[-2:]
    down, across = ([0, 0, *strides])[-2:]
    wide = len(str(offset + max(rows - 1, 0) * down + max(columns - 1, 0) * across)) + 1
    for row in range(min(rows, ROWS)):
        cells = [f"{offset + row * down + at * across:>{wide}}" for at in range(min(columns, COLUMNS))]
        yield line("  " + "".join(cells) + (" …" if columns > COLUMNS else ""))
    if rows > ROWS:
        yield line("  …")


def _used(shape: list[int], strides: list[int], offset: int, storage: int) -> Iterator[Strip]:
    times = [0] * min(storage, CELLS)
    ranges = [range(min(size, CELLS)) for size in shape]
    for count, index in enumerate(product(*ranges)):
        if count > CELLS * CELLS:
            break
        at = offset + sum(i * step for i, step in zip(index, strides, strict=True))
        if at < len(times):
            times[at] += 1
    marks = ["·" if not n else "■" if n == 1 else "▣" for n in times]
    for start in range(0, len(marks), 24):
        yield line((f"{start:>5} ", DIM), " ".join(marks[start : start + 24]))
    if storage > CELLS:
        yield line((f"  … {storage - CELLS} more elements", DIM))
