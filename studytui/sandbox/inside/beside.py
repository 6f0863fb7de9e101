"""Modules from the program's own folder, put where the run finds them: its scratch folder."""

from __future__ import annotations

import os
from typing import Iterable, Sequence


def put_beside(modules: Iterable[Sequence[str]]) -> None:
    """Write each (relative path, source) below the working directory, which leads `sys.path`."""
    for path, source in modules:
        folder = os.path.dirname(path)
        if folder:
            os.makedirs(folder, exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
