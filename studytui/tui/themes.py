"""Colours that stay apart for colour-blind eyes, on a dark and on a light ground.

Source: Okabe and Ito, "Color Universal Design", 2008. Meaning never rests on colour alone: a sign or a word
stands beside it.
"""

from __future__ import annotations

from textual.theme import Theme

STUDY_DARK = Theme(
    name="study-dark",
    primary="#56b4e9",
    secondary="#cc79a7",
    accent="#f0e442",
    success="#35c79b",
    warning="#e69f00",
    error="#ff7a3d",
    foreground="#e4e6eb",
    background="#14171c",
    surface="#1b1f26",
    panel="#262c36",
    dark=True,
)
STUDY_LIGHT = Theme(
    name="study-light",
    primary="#0060a8",
    secondary="#a04a7c",
    accent="#7a5200",
    success="#00694d",
    warning="#8a5a00",
    error="#b03a00",
    foreground="#1b1d21",
    background="#fafaf7",
    surface="#f1f1ec",
    panel="#e2e3dd",
    dark=False,
)
THEMES = (STUDY_DARK, STUDY_LIGHT)
