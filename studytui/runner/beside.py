"""The modules a program imports from its own folder: read here, because a run cannot reach that folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

MOST_FILES = 200
MOST_TEXT = 4 << 20
"""Characters of all modules together."""


def modules_beside(program: Path, code: str) -> tuple[tuple[str, str], ...]:
    """(relative path, source) of each module or package beside `program` that `code` imports, by any way.

    What cannot be read is left out: the import itself says so best. So is what is too much.
    """
    folder = program.resolve().parent
    found: dict[str, str] = {}
    waiting, seen = list(_imported(code)), {program.stem}
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for file in _files(folder, name):
            source = _read(file)
            if source is None or len(found) >= MOST_FILES:
                continue
            if sum(map(len, found.values())) + len(source) <= MOST_TEXT:
                found[file.relative_to(folder).as_posix()] = source
                waiting += _imported(source)
    return tuple(found.items())


def _imported(code: str) -> Iterator[str]:
    """First names of all absolute imports; none where the code is no Python."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _files(folder: Path, name: str) -> Iterator[Path]:
    """A package of this name goes before a module, as in Python."""
    package = folder / name
    if (package / "__init__.py").is_file():
        yield from sorted(islice(package.rglob("*.py"), MOST_FILES))
    elif (folder / f"{name}.py").is_file():
        yield folder / f"{name}.py"
    elif package.is_dir():
        yield from sorted(islice(package.rglob("*.py"), MOST_FILES))


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8") if file.stat().st_size <= MOST_TEXT else None
    except (OSError, UnicodeDecodeError):
        return None
