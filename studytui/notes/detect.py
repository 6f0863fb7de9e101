"""Which format notes are in: decided by what stands in them, not by the name of the file."""

from __future__ import annotations

import ast
import json
import re

from studytui.notes.document import Format

SPEAKER = re.compile(
    r"^(?:#{1,6} +|> *)?\**(?:You(?: said)?|User|Human|ChatGPT(?: said)?|Assistant)\**:?\**:?\** *$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line that only says who speaks."""
ASKER = re.compile(r"you|user|human", re.IGNORECASE)
OBSIDIAN = re.compile(
    r"^(?:> ?)+\[!\w+\]|!?\[\[[^\[\]\n]+\]\]|^ *>? *\^[\w-]+ *$|==\w[^=\n]*==", re.MULTILINE
)
FENCE = re.compile(r"^[ >]*(?:```|~~~)", re.MULTILINE)
GALLERY = re.compile(r"^(?:#{20,}|# ?%%.*)$", re.MULTILINE)


def detect(text: str) -> Format:
    """The format of notes with this text; plain Markdown when nothing speaks for another."""
    if is_notebook(text):
        return Format.NOTEBOOK
    if is_gallery(text):
        return Format.GALLERY
    speakers = [ASKER.search(found.group()) is not None for found in SPEAKER.finditer(text)]
    if any(speakers) and not all(speakers):
        return Format.TRANSCRIPT
    return Format.OBSIDIAN if OBSIDIAN.search(FENCE.sub("", text)) else Format.MARKDOWN


def is_notebook(text: str) -> bool:
    """JSON with cells."""
    if not text.lstrip().startswith("{"):
        return False
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and isinstance(data.get("cells", data.get("worksheets")), list)


def is_gallery(text: str) -> bool:
    """A Python program that begins with a docstring, or has the separators of sphinx-gallery."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    if len(tree.body) < 2:
        return False
    return ast.get_docstring(tree, clean=False) is not None or GALLERY.search(text) is not None
