"""Writing a small file as a whole: whoever reads it finds the old text or the new one, never a part."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from studytui.errors import StorageError


def write_whole(path: Path, text: str, what: str) -> None:
    """Replace the file by one with this text. Raises StorageError: "PATH: WHAT cannot be kept: …"."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(fresh).replace(path)
    except OSError as error:
        raise StorageError(
            f"{path}: {what} cannot be kept: {error.strerror}; set STUDYTUI_HOME to a folder you can write to"
        ) from error
