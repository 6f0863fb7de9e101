"""What a run gives back: output, plot and values, one at a time."""

from studytui.tui.widgets.results.results import Results

__all__ = ["Results"]
