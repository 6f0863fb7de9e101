"""The ledger: every question, wrong claim and open question the course answers for, one line each.

It stands beside the lessons as `ledger.yaml`. Lessons cite its entries in `sources`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from studytui.course.converting.complaint import value_at
from studytui.course.converting.convert import split_message
from studytui.course.converting.wording import expected, found
from studytui.course.frozen import Frozen
from studytui.course.positions import Positions
from studytui.course.problems import InvalidLessonError, Problem, ReadingError
from studytui.course.reading.source import read_source
from studytui.course.reading.tree import Tree, read_tree

Line = Annotated[str, Meta(min_length=1)]


class Entry(Frozen, frozen=True, kw_only=True):
    """One thing the course answers for."""

    id: Line
    """As lessons cite it: A-Q14, A-W03, B-W05, B-O31."""
    kind: Literal["question", "claim", "open"]
    """A claim is a wrong one."""
    statement: Line
    """The question, or the claim as it is met; one line."""
    lesson: str = ""
    """Id of the lesson expected to cover it."""
    questions: tuple[str, ...] = ()
    """Of a claim: ids of the questions it was an answer to."""
    met: tuple[str, ...] = ()
    """Of a claim: regular expressions, one of which a line of notes that makes it matches; case aside."""


Ledger = tuple[Entry, ...]


def load_ledger(file: Path) -> Ledger:
    """Read and check a ledger. Raises LessonError: `file:line:col: what, expected, found`."""
    try:
        tree = read_tree(read_source(file))
        ledger = _convert(tree)
    except ReadingError as error:
        raise InvalidLessonError(file, [error.problem]) from error
    if problems := list(_problems(ledger, tree.positions)):
        raise InvalidLessonError(file, problems)
    return ledger


def _convert(tree: Tree) -> Ledger:
    try:
        return msgspec.convert(tree.data, Ledger)
    except msgspec.ValidationError as error:
        words, path, _ = split_message(str(error))
        value = value_at(tree.data, path)
        raise ReadingError(
            tree.positions.where(path), f"{expected(words, value)}, found {found(value)}"
        ) from error


def _problems(ledger: Ledger, positions: Positions) -> Iterable[Problem]:
    """Ids given twice, and claims that belong to questions nobody asked."""
    asked = {entry.id for entry in ledger if entry.kind == "question"}
    seen: set[str] = set()
    for index, entry in enumerate(ledger):
        if entry.id in seen:
            yield Problem(positions.where((index, "id")), f"`{entry.id}` a second time")
        seen.add(entry.id)
        for number, question in enumerate(entry.questions):
            if question not in asked:
                at = positions.where((index, "questions", number))
                yield Problem(at, f"`{question}` is no question of the ledger")
