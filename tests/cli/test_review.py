"""`studytui review --plain`: all kinds of question in lines of text, judged by running."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from studytui.cli.reviewing.posing import order_of
from studytui.course.loading import load_lesson
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Output
from studytui.study.decks.lesson_quiz import lesson_quiz
from studytui.study.grading.answers import AnyAnswer, Coded, Filled, Ordered, Picked, Said, Typed
from studytui.study.schedule.deck import CardSource
from studytui.study.shuffle import to_screen
from tests.study.scripted import right, wrong

SAMPLES = Path(__file__).parents[1] / "course" / "data" / "samples"


@pytest.fixture
def course(tmp_path):
    """A course of the one lesson that has every kind."""
    folder = tmp_path / "course" / "samples"
    folder.mkdir(parents=True)
    (folder / "every-kind.yaml").write_text((SAMPLES / "every-kind.yaml").read_text())
    return folder.parent


def sources() -> tuple[CardSource, ...]:
    return lesson_quiz(load_lesson(SAMPLES / "every-kind.yaml"))


def typed(source: CardSource, answer: AnyAnswer) -> list[str]:
    """The lines that give this answer."""
    order = order_of(source.question, source.card)
    match answer:
        case Picked(options):
            return [" ".join(str(place + 1) for place in to_screen(order, options)) or "0"]
        case Said(holds):
            return ["t" if holds else "f"]
        case Typed(text):
            return [text, "."] if isinstance(source.question, Output) else [text]
        case Filled(blanks):
            return list(blanks)
        case Ordered(lines):
            return [" ".join(str(place + 1) for place in to_screen(order, lines))]
        case Coded(code):
            return _edited(source.question, code)


def _edited(question, code: str) -> list[str]:
    assert isinstance(question, Bug | Exercise)
    broken = question.code if isinstance(question, Bug) else question.starter
    changes = [f"{n}: {line}" for n, line in enumerate(code.splitlines(), 1)]
    return [*changes[: len(broken.splitlines())], ""]


def review(studytui, course, lines: list[str], *words: str):
    text = "\n".join([*lines, ""]).encode()
    return studytui("review", "--plain", "--trust", "--lessons", str(course), *words, input=text)


def test_lessons_from_elsewhere_run_nothing_until_they_are_trusted(studytui, course):
    done = studytui("review", "--plain", "--lessons", str(course), input=b"")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"these lessons come from elsewhere" in done.stderr
    assert b"--trust" in done.stderr
    assert studytui("review", "--plain", "--trust", "--lessons", str(course), input=b"").returncode == 0
    assert studytui("review", "--plain", "--lessons", str(course), input=b"").returncode == 0


def test_every_kind_can_be_answered_rightly(studytui, course):
    lines = [line for source in sources() for line in [*typed(source, right(source.question)), ""]]
    done = review(studytui, course, lines, "--lesson", "every-kind")
    shown = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert shown.endswith("10 of 10 right. Everything answered is kept.\n"), shown
    assert "\x1b" not in shown
    assert "\r" not in shown
    assert "What is f′(3) for f(x) = x²?" in shown
    assert "2 is wrong: It grows" in shown or "1 is wrong: It grows" in shown
    assert "loss: " in shown


def test_wrong_answers_are_explained_and_come_back(studytui, course, tmp_path):
    lines = []
    for source in sources():
        lines += typed(source, wrong(source.question))
        if type(source.question).__name__ in ("Bug", "Fill", "Order"):
            lines.append(":give")
        lines.append("")
    done = review(studytui, course, lines, "--lesson", "every-kind")
    shown = done.stdout.decode()
    assert shown.endswith("0 of 10 right. Everything answered is kept.\n"), shown
    assert shown.count("right answer:") + shown.count("right order:") == 10
    assert shown.count("Try again, or :give") == 3
    with sqlite3.connect(tmp_path / "home" / "data" / "study.db") as connection:
        rows = connection.execute("SELECT rating FROM reviews").fetchall()
    assert rows == [(1,)] * 10


def test_keys_after_an_answer(studytui, course, tmp_path):
    first = typed(sources()[0], right(sources()[0].question))
    lines = [*first, "u", *first, "4", "1", "p", "s", ":skip", "nonsense", ":help", ":quit"]
    done = review(studytui, course, lines, "--lesson", "every-kind")
    shown = done.stdout.decode()
    assert "Undone. Once more:" in shown
    assert "Rated 4 easy" in shown
    assert "Rated 1 again: comes back in 1 min." in shown
    assert "This code:" in shown
    assert "Type t for true or f for false." in shown
    assert "Commands: :hint" in shown
    assert shown.endswith("1 of 1 right. Everything answered is kept.\n")
    with sqlite3.connect(tmp_path / "home" / "data" / "study.db") as connection:
        assert connection.execute("SELECT rating FROM reviews").fetchall() == [(1,)]
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (1,)
        (card,) = connection.execute("SELECT card FROM suspended").fetchone()
        state = json.loads(connection.execute("SELECT state FROM cards").fetchone()[0])
    assert (card, state["reviews"]) == ("every-kind/which-grad", 1)


def test_without_a_terminal_the_plain_mode_is_named(studytui):
    done = studytui("review", stdin=-3)
    assert (done.returncode, b"review --plain" in done.stderr) == (2, True)


def test_nothing_due_is_said_and_an_unknown_lesson_refused(studytui, course):
    done = review(studytui, course, [])
    assert done.stdout.startswith(b"Nothing to ask now")
    assert review(studytui, course, [], "--lesson", "nope").returncode == 2
