"""The program to run: from a file or from standard input."""

from __future__ import annotations

import io
import sys
import tokenize
from pathlib import Path

from studytui.errors import UsageError

LARGEST = 4 << 20
"""Bytes of source that are accepted."""


def read_program(name: str) -> str:
    """The source in the file `name`, or on standard input for "-". Raises UsageError in one line."""
    if name == "-":
        return decode(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    return read_file(Path(name))


def read_file(file: Path) -> str:
    """The source in `file`. Raises UsageError: missing, a folder, not readable, not text, too long."""
    try:
        with file.open("rb") as opened:
            return decode(opened.read(LARGEST + 1), str(file))
    except OSError as error:
        raise UsageError(f"{file}: {(error.strerror or str(error)).lower()}") from error


def decode(source: bytes, name: str) -> str:
    """`source` as Python itself would read it: UTF-8 unless a coding line says otherwise."""
    if len(source) > LARGEST:
        raise UsageError(f"{name}: longer than {LARGEST >> 20} MiB; is it a Python program?")
    if b"\0" in source:
        raise UsageError(f"{name}: holds zero bytes; is it a Python program?")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        return io.TextIOWrapper(io.BytesIO(source), encoding).read()
    except (SyntaxError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}: not readable as text: {_why(source, error)}") from error


def _why(source: bytes, error: SyntaxError | UnicodeDecodeError) -> str:
    """Python's own words for a missing coding line do not say where the wrong byte is; ours do."""
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not {error.encoding}"
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return f"byte {wrong.start} is not {wrong.encoding}"
    return error.msg
