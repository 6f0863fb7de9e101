"""Python in a lesson can be compiled."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator

from studytui.course.model import Lesson
from studytui.course.rules.complaint import Complaint
from studytui.course.rules.python_sources import Source, sources


def python_compiles(lesson: Lesson) -> Iterator[Complaint]:
    """Every piece of code parses, and every expression is one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        for source in sources(lesson):
            complaint = _problem(source)
            if complaint:
                yield complaint


def _problem(source: Source) -> Complaint | None:
    try:
        if source.expression:
            ast.parse(source.text.strip(), mode="eval")
        else:
            ast.parse(source.text)
    except SyntaxError as error:
        line = error.lineno or 0
        place = f" in its line {line}" if line and "\n" in source.text.strip() else ""
        return Complaint(
            source.path, f"{_what(source)} does not compile{place}: {error.msg}", line, error.offset or 1
        )
    except (ValueError, RecursionError, MemoryError) as error:
        return Complaint(source.path, f"{_what(source)} does not compile: {error or type(error).__name__}")
    return None


def _what(source: Source) -> str:
    return "this expression" if source.expression else "this code"
