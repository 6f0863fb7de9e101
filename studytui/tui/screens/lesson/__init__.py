"""A lesson, walked step by step."""

from studytui.tui.screens.lesson.screen import LessonScreen

__all__ = ["LessonScreen"]
