"""Ways to practise: due review, mixed practice, mock exam, trust but verify."""

from studytui.tui.screens.review.screen import ReviewScreen

__all__ = ["ReviewScreen"]
