"""A bare Textual app with nothing but a code editor: what a key is measured against."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareEditor(App[None]):
    """Textual's editor with its colours for Python."""

    def compose(self) -> ComposeResult:
        text = Path(sys.argv[1]).read_text() if len(sys.argv) > 1 else "import torch\n"
        yield TextArea.code_editor(text, language="python")


if __name__ == "__main__":
    BareEditor().run()
