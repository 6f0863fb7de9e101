"""Notes as frozen data, whatever format they came in: headings, text and code in the order of the file."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

PYTHON = frozenset({"python", "python3", "py", "py3", "ipython", "ipython3", "pycon"})


class Format(StrEnum):
    """How notes are written."""

    MARKDOWN = "Markdown"
    OBSIDIAN = "Obsidian"
    TRANSCRIPT = "ChatGPT transcript"
    NOTEBOOK = "notebook"
    GALLERY = "sphinx-gallery"


class Heading(Struct, frozen=True, tag=True):
    """A title; in Obsidian also that of a callout, in a transcript a question."""

    text: str
    level: int
    """1 is the outermost."""
    line: int
    asks: bool = False
    """The title is a question that was put: a callout of kind `question`, or what somebody asked."""


class Prose(Struct, frozen=True, tag=True):
    """Text as Markdown, formulas between dollars."""

    text: str
    line: int


class Code(Struct, frozen=True, tag=True):
    """A block of code, or of output where `language` is empty."""

    text: str
    language: str
    """In lower case, as the fence names it."""
    line: int
    """First line of the code itself, from 1; of a notebook: the number of the cell."""
    last: int
    closed: bool = True
    """Whether its fence was closed."""

    @property
    def python(self) -> bool:
        """Whether it is to be run."""
        return self.language in PYTHON


Piece = Heading | Prose | Code


class Document(Struct, frozen=True):
    """One file of notes."""

    name: str
    """Of the file."""
    title: str
    format: Format
    pieces: tuple[Piece, ...]

    @property
    def code(self) -> tuple[Code, ...]:
        """Every fenced block, in order: block N of the reports is number N here, from 1."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Code))
