"""Lines of a man page in roff, the language `man` reads. Source: man-pages(7), groff_char(7)."""

from __future__ import annotations

from collections.abc import Iterable

Lines = list[str]


def title(name: str, version: str) -> Lines:
    """The head of a page of section 1."""
    return [f'.TH {name.upper()} 1 "" "{name} {version}" "{name}"']


def section(name: str, *lines: str) -> Lines:
    """A section with lines of roff."""
    return [f".SH {name}", *lines]


def part(name: str, *lines: str) -> Lines:
    """A part of a section."""
    return [f'.SS "{text(name)}"', *lines]


def item(head: str, words: str) -> Lines:
    """A term, which is roff already, and what it means, indented."""
    return [".TP", head, paragraph(words)]


def items(table: Iterable[tuple[str, str]]) -> Lines:
    """Bold terms and what they mean."""
    return [line for head, words in table for line in item(bold(head), words)]


def bold(words: str) -> str:
    """As it is typed."""
    return rf"\fB{text(words)}\fR"


def italic(words: str) -> str:
    """To be replaced by a value."""
    return rf"\fI{text(words)}\fR"


def paragraph(words: str) -> str:
    """A line of text that roff takes for text: not a request, whatever it begins with."""
    found = text(" ".join(words.split()))
    return rf"\&{found}" if found.startswith((".", "'")) else found


def text(words: str) -> str:
    """Words with nothing in them that roff would act on; characters beyond ASCII by their code points."""
    plain = words.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("'", r"\(aq")
    return "".join(each if each.isascii() else rf"\[u{ord(each):04X}]" for each in plain)
