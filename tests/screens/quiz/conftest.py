"""Quizzes of one question or a few, opened in the app."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from studytui.course.model import Lesson, Quiz
from studytui.course.questions import Question
from studytui.tui.screens.quiz import QuizScreen

Open = Callable[..., AbstractAsyncContextManager[tuple[QuizScreen, Pilot]]]


@pytest.fixture
def opened(study, asked) -> Open:
    """The quiz screen with these questions; `warm` where code is run; `done` hears how it was left."""

    @asynccontextmanager
    async def open_quiz(
        *questions: Question,
        warm: bool = False,
        size: tuple[int, int] = (80, 24),
        done: Callable[[bool | None], None] | None = None,
    ) -> AsyncIterator[tuple[QuizScreen, Pilot]]:
        step = Quiz(id="check", questions=questions)
        lesson = Lesson(
            id="autograd",
            title="Autograd",
            part="Derivatives",
            minutes=5,
            objectives=("See it",),
            steps=(step,),
        )
        app = study(warm=warm)
        async with app.run_test(size=size) as pilot:
            screen = QuizScreen(lesson, step)
            await app.push_screen(screen, done)
            await asked(pilot)
            yield screen, pilot

    return open_quiz
