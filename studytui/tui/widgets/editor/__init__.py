"""The code editor: a TextArea that knows Python's indentation."""

from studytui.tui.widgets.editor.editor import CodeEditor

__all__ = ["CodeEditor"]
