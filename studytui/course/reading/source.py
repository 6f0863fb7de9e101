"""A file's bytes as text, or the reason why not."""

from __future__ import annotations

import re
from pathlib import Path

from studytui.course.positions import START, Position
from studytui.course.problems import ReadingError

MAX_BYTES = 1 << 20
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_source(path: Path) -> str:
    """The text of a lesson file. Raises `ReadingError` with words for the reader."""
    if path.is_dir() or (path.exists() and not path.is_file()):
        raise ReadingError(START, "not a file, expected a lesson in YAML")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReadingError(START, f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    return decode(data)


def decode(data: bytes) -> str:
    """UTF-8 bytes as text, without a byte order mark. Raises `ReadingError`."""
    if len(data) > MAX_BYTES:
        raise ReadingError(START, f"larger than {MAX_BYTES >> 20} MiB, expected a lesson of a few KiB")
    if data.startswith(_UTF16):
        raise ReadingError(START, "written as UTF-16, expected UTF-8")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise ReadingError(
            position_of(before, len(before)), f"byte 0x{data[error.start]:02x} is not UTF-8"
        ) from error


def check_characters(text: str) -> None:
    """Refuse what YAML does not allow in a file: control characters and lone surrogates."""
    match = _UNPRINTABLE.search(text)
    if match:
        code = ord(match.group())
        raise ReadingError(
            position_of(text, match.start()), f"character U+{code:04X} does not belong in a text"
        )


def position_of(text: str, index: int) -> Position:
    """The position of the character at `index`."""
    start = text.rfind("\n", 0, index) + 1
    return Position(text.count("\n", 0, index) + 1, index - start + 1)
