"""What a tensor is: facts, memory, numbers and graph of every variable of the last run."""

from studytui.tui.screens.inspector.screen import InspectorScreen

__all__ = ["InspectorScreen"]
