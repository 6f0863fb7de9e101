"""What is open in the playground: a named snippet, or a file that was given on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from studytui.errors import StorageError
from studytui.study.snippets import Snippets
from studytui.study.snippets.snippets import LARGEST, worded

STARTER = """import torch

x = torch.linspace(-2, 2, 5, requires_grad=True)
y = (x ** 2).sum()
y.backward()
print(x.grad)
"""


@dataclass(frozen=True)
class Sheet:
    """Code with a name and a place on disk."""

    name: str
    text: str
    """As on disk; the starter when there is no file yet."""
    file: Path | None = None
    """The file given on the command line; None for a snippet."""

    @property
    def key(self) -> str:
        """The name under which unsaved changes are kept."""
        return str(self.file) if self.file is not None else self.name

    def save(self, snippets: Snippets, text: str) -> Path:
        """Write the text. Raises StorageError."""
        if self.file is None:
            return snippets.save(self.name, text)
        with worded(self.file):
            self.file.write_text(text, encoding="utf-8")
        return self.file


def open_snippet(snippets: Snippets, name: str) -> Sheet:
    """The snippet of this name; a new one gets its file at once. Raises StorageError."""
    if not snippets.path(name).exists():
        snippets.save(name, STARTER)
    return Sheet(name, snippets.load(name))


def open_path(path: Path) -> Sheet:
    """Any Python file; one that does not exist yet is created by the first save. Raises StorageError."""
    file = path.expanduser().resolve()
    if not file.exists():
        return Sheet(file.name, "", file)
    with worded(file):
        if file.stat().st_size > LARGEST:
            raise StorageError(f"{file}: too large for the editor (more than {LARGEST >> 20} MiB)")
        try:
            return Sheet(file.name, file.read_text(encoding="utf-8"), file)
        except UnicodeDecodeError as error:
            raise StorageError(f"{file}: not UTF-8 text (byte {error.start})") from error
