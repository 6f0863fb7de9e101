"""A run as a Markdown page: the code, what it printed, how it ended, its pictures as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studytui.plot.picture import Picture


@dataclass(frozen=True, slots=True)
class Told:
    """What a run had to say."""

    title: str
    code: str
    output: str
    ending: str = ""
    """How it ended, in a few words."""
    pictures: Sequence[tuple[str, Picture]] = ()
    """Each with its words."""


def markdown(told: Told) -> str:
    """The whole page."""
    return "\n\n".join(_parts(told)) + "\n"


def _parts(told: Told) -> Iterator[str]:
    yield f"# {' '.join(told.title.split()) or 'A run'}"
    yield _fenced(told.code, "python")
    if told.output.strip():
        yield f"Output{f' ({told.ending})' if told.ending else ''}:"
        yield _fenced(told.output, "text")
    elif told.ending:
        yield f"It printed nothing ({told.ending})."
    for words, picture in told.pictures:
        yield f"{' '.join(words.split()) or 'Plot'}:"
        yield _fenced(picture.plain(), "text")


def _fenced(text: str, language: str) -> str:
    """A code block whose fence is longer than any run of backticks inside."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
