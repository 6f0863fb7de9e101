"""The YAML parser's complaints, in words a lesson author can act on."""

from __future__ import annotations

import yaml

from studytui.course.positions import START, Position
from studytui.course.problems import ReadingError

_WORDS = {
    "mapping values are not allowed in this context": "a colon where none is expected: "
    "quote the text, or check the indentation",
    "could not find expected ':'": "a key without its colon, or a text that needs quotes",
    "did not find expected key": "this line does not fit what stands above it: check indentation and quotes",
    "did not find expected '-' indicator": "expected the next `- ` of the list: check the indentation",
    "found unexpected end of stream": "the file ends inside a quoted text",
    "did not find expected ',' or ']'": "a [ is not closed: expected `,` or `]`",
    "did not find expected ',' or '}'": "a { is not closed: expected `,` or `}`",
    "found character that cannot start any token": "no text can begin with this character: put it in quotes",
}


def in_words(error: yaml.YAMLError, text: str) -> ReadingError:
    """A parser error as a problem with its position."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return ReadingError(START, f"not YAML: {_one_line(str(error))}")
    at = Position(mark.line + 1, mark.column + 1)
    problem = getattr(error, "problem", None) or "not YAML"
    if _tab_at(text, mark.line, mark.column):
        return ReadingError(at, "a tab, expected spaces: YAML indents with spaces")
    return ReadingError(at, _WORDS.get(problem, _one_line(problem)))


def _tab_at(text: str, line: int, column: int) -> bool:
    lines = text.split("\n")
    return line < len(lines) and lines[line][column : column + 1] == "\t"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]
