"""One question, one screen: answer, see why, prove it, go on."""

from studytui.tui.screens.quiz.screen import QuizScreen

__all__ = ["QuizScreen"]
