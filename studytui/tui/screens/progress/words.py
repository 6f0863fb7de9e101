"""Progress in words: the next thing, habits, and every part and lesson with what is still known of it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from studytui.study.habits.overview import Overview
from studytui.study.mastery import Mastery
from studytui.study.progress import LessonProgress
from studytui.tui.widgets.fit import spread

BOLD, DIM = Style(bold=True), Style(dim=True)
CELLS = 10
GOOD, FAIR = 0.8, 0.4


def habits(shown: Overview) -> str:
    """The streak, what is due, and what of the due was still known."""
    streak, month = shown.streak, shown.month
    parts = [f"{shown.due} due, {shown.new} new today"]
    if streak.days:
        missed = f" ({streak.forgiven} missed, forgiven)" if streak.forgiven else ""
        parts.insert(0, f"{streak.days} day{'' if streak.days == 1 else 's'} in a row{missed}")
    if month.reviewed:
        parts.append(f"still known when due: {month.share:.0%} (FSRS expected {month.expected:.0%})")
    if shown.suspended:
        parts.append(f"{shown.suspended} put aside")
    return " · ".join(parts)


def rows(shown: Overview, width: int) -> Iterator[Strip]:
    """A line for each part and each lesson: title, bar and percentage of mastery, steps done."""
    for part in shown.parts:
        found = shown.part_mastery.get(part.title)
        yield _row(part.title, found, f"{part.done}/{part.total}", width, BOLD)
        for lesson in part.lessons:
            yield _lesson(lesson, shown.lesson_mastery.get(lesson.lesson), width)


def _lesson(lesson: LessonProgress, found: Mastery | None, width: int) -> Strip:
    state = "✓" if lesson.complete else "◐" if lesson.done else "·"
    steps = f"{lesson.done}/{lesson.total} {state}"
    style = Style.null() if lesson.done or (found and found.answered) else DIM
    return _row(f"  {lesson.title}", found, steps, width, style)


def _row(title: str, found: Mastery | None, steps: str, width: int, style: Style) -> Strip:
    value = found.value if found is not None else 0.0
    known = f"{value:>4.0%}" if found is not None and found.answered else "   –"
    text = spread(title, f"{bar(value)} {known}  {steps:>9}", width - 2, least=24)
    at = text.find("▰") if "▰" in text else text.find("▱")
    colour = "green" if value >= GOOD else "yellow" if value >= FAIR else "red" if value else None
    bars = Style(color=colour) if colour else DIM
    return Strip(
        [Segment(text[:at], style), Segment(text[at : at + CELLS], bars), Segment(text[at + CELLS :], style)]
    )


def bar(value: float) -> str:
    """Ten cells; only what is whole counts, but something known shows at least one."""
    full = max(int(CELLS * value), 1 if value > 0 else 0)
    return "▰" * full + "▱" * (CELLS - full)
