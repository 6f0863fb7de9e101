"""LaTeX formulas as text for a terminal, without changing what they say."""

from studytui.course.formula.render import display, inline, problems

__all__ = ["display", "inline", "problems"]
