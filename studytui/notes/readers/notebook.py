"""Jupyter notebooks: the JSON of versions 3 and 4, cell by cell, with the outputs they were saved with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from studytui.notes.document import Code, Piece
from studytui.notes.readers.markdown import merged, read_markdown


def read_notebook(text: str) -> tuple[Piece, ...]:
    """The pieces of a notebook; `line` of a piece is the number of its cell, from 1.

    Raises ValueError when it is not JSON with cells.
    """
    data = json.loads(text)
    return merged(piece for number, cell in enumerate(_cells(data), 1) for piece in _cell(cell, number))


def _cells(data: Any) -> list[dict[str, Any]]:
    """Version 4 has cells, version 3 worksheets with cells."""
    sheets = data.get("worksheets") or [data]
    cells = [cell for sheet in sheets if isinstance(sheet, dict) for cell in sheet.get("cells") or ()]
    return [cell for cell in cells if isinstance(cell, dict)]


def _cell(cell: dict[str, Any], number: int) -> Iterator[Piece]:
    source = _text(cell.get("source", cell.get("input", "")))
    if cell.get("cell_type") != "code":
        yield from (_renumbered(piece, number) for piece in read_markdown(source))
        return
    yield Code(source.strip("\n"), "python", number, number)
    printed = "".join(_printed(output) for output in cell.get("outputs") or () if isinstance(output, dict))
    if printed.strip():
        yield Code(printed.strip("\n"), "", number, number)


def _renumbered(piece: Piece, number: int) -> Piece:
    if isinstance(piece, Code):
        return msgspec.structs.replace(piece, line=number, last=number)
    return msgspec.structs.replace(piece, line=number)


def _printed(output: dict[str, Any]) -> str:
    """What a cell printed or gave; pictures are left to running it again."""
    if "text" in output:
        return _text(output["text"])
    data = output.get("data")
    return _text(data.get("text/plain", "")) + "\n" if isinstance(data, dict) else ""


def _text(value: Any) -> str:
    """Notebooks keep text whole or as a list of lines."""
    return "".join(map(str, value)) if isinstance(value, list) else str(value)
