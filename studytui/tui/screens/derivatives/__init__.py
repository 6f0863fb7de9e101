"""Any function of x, drawn with its derivatives."""

from studytui.tui.screens.derivatives.screen import DerivativesScreen

__all__ = ["DerivativesScreen"]
