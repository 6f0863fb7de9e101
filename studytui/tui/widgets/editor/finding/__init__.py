"""Find and replace in the editor: a line below it."""

from studytui.tui.widgets.editor.finding.bar import FindBar

__all__ = ["FindBar"]
