"""`studytui progress`: the next thing, habits, lessons, plots; and the same as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studytui.course.library import Library
from studytui.folders import bundled_lessons
from studytui.study.decks.lesson_quiz import lesson_quiz
from studytui.study.recorder import Recorder
from studytui.study.schedule.card import Rating
from studytui.study.store import AnswerRecord, Store


@pytest.fixture
def learned(tmp_path: Path) -> None:
    """A lesson read and its questions repeated every two days for a month, until today."""
    store = Store.open(tmp_path / "home" / "data" / "study.db")
    lesson = Library.open(bundled_lessons()).lessons[0]
    for step in lesson.steps:
        store.mark_done(lesson.id, step.id)
    begin = datetime.now(UTC) - timedelta(days=30)
    for day in range(0, 31, 2):
        now = begin + timedelta(days=day)
        recorder = Recorder(store, lambda now=now: now)
        for source in lesson_quiz(lesson):
            recorder.settle(AnswerRecord(lesson.id, source.question.id, True, at=now), Rating.GOOD)
    store.suspend(lesson_quiz(lesson)[0].card)
    store.close()


@pytest.mark.usefixtures("learned")
def test_people_see_what_is_next_first_and_the_plots_last(studytui):
    shown = studytui("progress").stdout.decode()
    assert shown.startswith("Start with “Making tensors")
    assert "\nStreak: " in shown
    assert "1 suspended" in shown
    assert "Still known when due, last 30 days: 100% of " in shown
    assert "reviews due in the next 14 days" in shown
    assert "still known when due, in percent, week by week" in shown
    assert max(map(len, shown.splitlines())) < 100
    assert "next 14 days" not in studytui("progress", "--no-plot").stdout.decode()


@pytest.mark.usefixtures("learned")
def test_programs_get_a_line_a_lesson_a_part_and_a_summary(studytui):
    lines = [json.loads(line) for line in studytui("progress", "--json").stdout.decode().splitlines()]
    lessons = [line for line in lines if line["type"] == "lesson"]
    assert len(lessons) == len(Library.open(bundled_lessons()).lessons)
    assert lessons[0]["done"] == lessons[0]["total"]
    assert lessons[0]["mastery"] > 0.6
    assert lessons[1]["mastery"] == 0.0
    parts = {line["title"]: line for line in lines if line["type"] == "part"}
    assert 0 < parts["Tensors"]["mastery"] < lessons[0]["mastery"]
    summary = lines[-1]
    assert summary["type"] == "summary"
    assert summary["suspended"] == 1
    assert summary["month"]["recalled"] == summary["month"]["reviewed"] > 50
    assert len(summary["forecast"]) == 14
    assert len(summary["weeks"]) >= 4
