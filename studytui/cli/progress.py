"""`studytui progress`: what is done, lesson by lesson."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec

from studytui.cli import parsing
from studytui.course.library import Library
from studytui.errors import Exit
from studytui.study.progress import LessonProgress, PartProgress, part_progress
from studytui.study.store import Store

BAR = 10
"""Cells of a bar."""


def main(words: Sequence[str]) -> int:
    """Print the progress."""
    found = parsing.parser("progress", "What is done, lesson by lesson.")
    found.add_argument("--json", action="store_true", help="print one JSON object a lesson")
    parsing.add_lessons_option(found)
    args = parsing.parse(found, words)
    library, store = Library.open(args.lessons), Store.open()
    try:
        parts = part_progress(library.lessons, store.all_done())
    finally:
        store.close()
    for part in parts:
        print("\n".join(map(_json, part.lessons)) if args.json else _words(part))
    return Exit.OK


def _json(lesson: LessonProgress) -> str:
    return json.dumps({"type": "lesson", **msgspec.to_builtins(lesson)}, ensure_ascii=False)


def _words(part: PartProgress) -> str:
    width = max(len(lesson.title) for lesson in part.lessons)
    lines = [
        f"  {_bar(each)} {each.done:>2}/{each.total:<2} {each.title:<{width}}  {each.lesson}"
        for each in part.lessons
    ]
    return "\n".join([f"{part.title}  {part.done}/{part.total}", *lines])


def _bar(lesson: LessonProgress) -> str:
    filled = BAR * lesson.done // lesson.total if lesson.total else 0
    return "█" * filled + "░" * (BAR - filled)
