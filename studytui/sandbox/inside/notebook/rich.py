"""`Markdown`, `HTML`, `Latex` and their like: text with a kind, shown as the text it is."""

from __future__ import annotations

import re
from typing import Any, Dict

_TAG = re.compile(r"<[^<>]*>")
KINDS = (
    "Markdown",
    "HTML",
    "Latex",
    "Math",
    "Pretty",
    "Code",
    "JSON",
    "SVG",
    "Javascript",
    "TextDisplayObject",
)
BINARY = ("Image", "Audio", "Video", "IFrame", "YouTubeVideo", "FileLink")


class Rich:
    """Data of one kind, as IPython's classes take it."""

    def __init__(self, data: Any = None, url: Any = None, filename: Any = None, **more: Any) -> None:
        if filename is not None and data is None:
            with open(filename, encoding="utf-8") as file:
                data = file.read()
        self.data = data if data is not None else url
        self.url, self.filename = url, filename
        self.metadata: Dict[str, Any] = more

    def __repr__(self) -> str:
        text = str(self.data)
        return _TAG.sub("", text) if type(self).__name__ in ("HTML", "SVG") else text


class Binary:
    """A picture or a sound: a terminal can only name it."""

    def __init__(self, data: Any = None, *args: Any, **more: Any) -> None:
        self.data = data if data is not None else more.get("filename") or more.get("url")

    def __repr__(self) -> str:
        name = self.data if isinstance(self.data, str) else f"{len(self.data or b'')} bytes"
        return f"<{type(self).__name__}: {name}>"


def classes() -> Dict[str, type]:
    """A class of each name."""
    found = {name: type(name, (Rich,), {"__module__": "IPython.display"}) for name in KINDS}
    found.update({name: type(name, (Binary,), {"__module__": "IPython.display"}) for name in BINARY})
    return found
