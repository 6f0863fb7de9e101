"""The page: its parts share the rows, the question begins in view, the lesson behind it is one key away."""

from __future__ import annotations

import pytest

from studytui.course.questions import Choice, Multi, Option, TrueFalse
from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.quiz.page import QuestionPane
from studytui.tui.screens.quiz.sharing import LEAST, question_rows

LONG = Multi(
    id="long",
    prompt="The very beginning.",
    code="\n".join(f"line_{number} = {number}" for number in range(60)),
    options=tuple(
        Option(text=f"option {letter}", right=letter == "b", why=f"why {letter}") for letter in "abcd"
    ),
    why="The reason.",
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_long_question_shows_its_beginning_and_all_options(
    opened, until, seen, picture, size
) -> None:
    async with opened(LONG, size=size) as (screen, pilot):
        text = await seen(pilot, "The very beginning.", *(f"option {letter}" for letter in "abcd"))
        assert max(map(len, text.splitlines())) <= size[0]
        await pilot.press("pagedown")
        await until(pilot, lambda: "The very beginning." not in picture(pilot.app))
        assert not screen.query_one(QuestionPane).has_focus, "the answer keeps the keys"
        rows = screen.query("OptionRow")
        right = next(place for place, row in enumerate(rows, 1) if "option b" in row._text)
        await pilot.press(str(right), "enter")
        await seen(pilot, "✓ Right: all of them.", "why a", "Comes back")


def test_rows_are_shared() -> None:
    assert question_rows(5, 6, 20) == 5
    assert question_rows(40, 6, 20) == 14
    assert question_rows(40, 40, 20) == 10
    assert question_rows(40, 40, 20, answered=True) == 6
    assert question_rows(40, 40, 20, reading=True) == 13
    assert question_rows(40, 40, 5) == LEAST
    assert question_rows(2, 40, 20) == LEAST


async def test_the_lesson_behind_is_one_key_away_and_back(study, library, store, asked, until) -> None:
    from studytui.tui.screens.quiz import QuizScreen
    from studytui.tui.screens.quiz.session import Asked, Round

    lesson = library.lessons[0]
    claim = TrueFalse(id="q", prompt="Is it so?", answer=True, check="True")
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = QuizScreen(played=Round((Asked(lesson.id, lesson.title, claim),)))
        await app.push_screen(screen)
        await asked(pilot)
        await pilot.press("t", "l")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.query(StepView))
        await pilot.press("n", "escape")
        await until(pilot, lambda: app.screen is screen)
        assert screen.page.box.places == [0], "what was picked is still there"
        assert store.place(lesson.id) is None, "looking something up moves no place"


async def test_an_option_with_its_check_is_proved_by_it(opened, answered, seen) -> None:
    question = Choice(
        id="c",
        prompt="?",
        code="a = 20",
        options=(Option(text="x", right=True, check="a + 1 == 21"), Option(text="y", check="a == 7")),
    )
    async with opened(question, warm=True) as (_screen, pilot):
        await pilot.press("1", "enter")
        await answered(pilot)
        await pilot.press("v")
        await seen(pilot, "a + 1 == 21 → True")
