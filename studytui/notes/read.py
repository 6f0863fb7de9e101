"""A file of notes to a `Document`."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from studytui.errors import StudytuiError
from studytui.notes.detect import detect
from studytui.notes.document import Document, Format, Heading, Piece
from studytui.notes.readers.gallery import read_gallery
from studytui.notes.readers.markdown import PROPERTIES, read_markdown
from studytui.notes.readers.notebook import read_notebook
from studytui.notes.readers.obsidian import read_obsidian
from studytui.notes.readers.transcript import read_transcript

LARGEST = 32 << 20
"""Bytes of notes that are accepted; notebooks carry their pictures."""
READERS = {
    Format.MARKDOWN: read_markdown,
    Format.OBSIDIAN: read_obsidian,
    Format.TRANSCRIPT: read_transcript,
    Format.NOTEBOOK: read_notebook,
    Format.GALLERY: read_gallery,
}


class NotesError(StudytuiError):
    """Notes cannot be read; the message begins with the file."""


def read_notes(file: Path) -> Document:
    """Read a file of notes in any of the formats. Raises NotesError: missing, too large, not text, empty."""
    text = _source(file)
    if not text.strip():
        raise NotesError(f"{file}: empty, nothing to read")
    return to_document(text, file.name)


def to_document(text: str, name: str) -> Document:
    """Notes with this text."""
    text = _tidy(text)
    kind = detect(text)
    pieces = READERS[kind](text)
    return Document(name, _title(pieces, name), kind, pieces)


def _source(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise NotesError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    if len(data) > LARGEST:
        raise NotesError(f"{file}: longer than {LARGEST >> 20} MiB; are these notes?")
    if b"\0" in data:
        raise NotesError(f"{file}: holds zero bytes; notes are text: Markdown, .ipynb or .py")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotesError(f"{file}: not UTF-8 text (byte {error.start})") from error


def _tidy(text: str) -> str:
    """One kind of line end, and no control characters but tabs: no lesson file may hold them."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))


def _title(pieces: tuple[Piece, ...], name: str) -> str:
    """The first heading of the outermost kind, when it opens the notes; else the name of the file."""
    first = next((piece for piece in pieces if isinstance(piece, Heading)), None)
    if first is not None and first.level == 1 and not first.asks and first.text.strip():
        others = [
            each
            for each in pieces
            if isinstance(each, Heading) and each.level == 1 and each.text != PROPERTIES
        ]
        if len(others) == 1:
            return first.text.strip()
    return Path(name).stem.replace("_", " ").replace("-", " ").strip() or name
