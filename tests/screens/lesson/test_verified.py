"""The row that says whether a lesson was verified, and verifying it here."""

from __future__ import annotations

import pytest

from studytui.course.library import Library
from studytui.course.verified import Record, content_of, save_records
from studytui.tui.screens.lesson.findings import FindingsScreen

LESSON = """id: tiny
title: A tiny lesson
part: P
minutes: 1
objectives: [x]
steps:
  - {kind: explain, id: hello, text: Hello.}
  - {kind: snippet, id: s, code: print(1), expect: {stdout: 'WANTED'}}
"""


@pytest.fixture
def file(tmp_path):
    found = tmp_path / "1-part" / "tiny.yaml"
    found.parent.mkdir()
    found.write_text(LESSON.replace("WANTED", "1"))
    return found


@pytest.fixture
def library(file):
    return Library.open(file.parent.parent)


def record(file, torch):
    kept = Record(content=content_of(file), torch=torch, device="cpu", on="2026-11-21")
    save_records(file.parent.parent / "verified.json", {"tiny": kept})


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_recorded_lesson_says_on_which_torch(file, study, picture, until, size):
    record(file, "2.13.0")
    app = study("tiny")
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "✓ verified on torch 2.13, cpu" in picture(app).splitlines()[1])
        await pilot.press("n")
        await until(pilot, lambda: "verified on" not in picture(app))


async def test_an_edited_lesson_counts_as_not_verified(file, study, seen):
    record(file, "2.13.0")
    file.write_text(LESSON.replace("WANTED", "2"))
    app = study("tiny")
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "⚠ not verified: edited after it was verified on torch 2.13, cpu")


async def test_another_torch_warns_and_verifying_here_settles_it(file, study, store, picture, until):
    record(file, "1.4.0")
    app = study("tiny", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "verified on torch 1.4, cpu; yours is 2" in picture(app).splitlines()[1])
        await pilot.press("v")
        await until(pilot, lambda: "✓ verified on torch 2" in picture(app).splitlines()[1])
    again = study("tiny", warm=True)
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "● " in picture(again).splitlines()[0])
        await until(pilot, lambda: "✓ verified on torch 2" in picture(again))


async def test_what_does_not_hold_here_is_shown_with_its_line(file, library, study, seen, until):
    file.write_text(LESSON.replace("WANTED", "2"))
    app = study("tiny", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "⚠ not verified yet   v verifies it here")
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, FindingsScreen))
        await seen(pilot, "tiny.yaml:8  s: expected `2`, and it printed `1`")
        await pilot.press("escape")
        await seen(pilot, "⚠ not verified yet")
