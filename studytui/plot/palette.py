"""Colours of curves that colour-blind readers can tell apart, on dark and on light grounds.

Source: M. Okabe and K. Ito, "Color Universal Design" (2008); lightened for dark grounds, darkened for light
ones, so that each has enough contrast. Marks and dashes say the same without colour.
"""

from __future__ import annotations

DARK = ("#56b4e9", "#e69f00", "#2fc49a", "#e08fbf", "#6f9fe8", "#f0e442", "#f07a35", "#b0b0b0")
LIGHT = ("#0072b2", "#b35c00", "#007a59", "#a8447f", "#2a52a0", "#857a00", "#c04400", "#606060")
SHADES = (
    "#00204d", "#00306f", "#2a406c", "#48526b", "#5e626e", "#727374", "#878479",
    "#9e9677", "#b6a971", "#d0be67", "#ead357", "#fee838",
)  # fmt: skip
"""From low to high: cividis (Nuñez, Anderton and Renslow 2018), even in brightness for every reader."""
