"""Progress for people: the next thing first, then habits, then every lesson with its bars."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime

from studytui.study.habits.overview import Overview
from studytui.study.progress import LessonProgress, PartProgress

BAR = 10
"""Cells of a bar."""
HEIGHT = 12
"""Rows of a plot."""


def words(shown: Overview) -> str:
    """All of it as text."""
    lines = [shown.next, *_habits(shown), ""]
    for part in shown.parts:
        lines += _part(part, shown)
    return "\n".join(lines)


def plots(shown: Overview) -> str:
    """Forecast and retention, where there is something to draw; ends with a line end unless empty."""
    if not shown.forecast:
        return ""
    from studytui.cli.running.curves import picture
    from studytui.study.habits.plots import ENOUGH, forecast_chart, retention_chart

    width = min(100, shutil.get_terminal_size().columns)
    drawn = [picture(forecast_chart(shown.forecast, datetime.now().astimezone().date()), width, HEIGHT)]
    if sum(week.reviewed >= ENOUGH for week in shown.weeks.values()) > 1:
        drawn.append(picture(retention_chart(shown.weeks), width, HEIGHT))
    return "".join(f"\n{each}\n" for each in drawn)


def _habits(shown: Overview) -> Iterator[str]:
    streak = shown.streak
    if streak.days:
        missed = f", {_count(streak.forgiven, 'missed day')} forgiven" if streak.forgiven else ""
        yield f"Streak: {_count(streak.days, 'day')}{missed}{'' if streak.today else '; today is still open'}"
    yield f"Cards: {shown.due} due, {shown.new} new today, {shown.suspended} suspended"
    if shown.month.reviewed:
        month = shown.month
        yield (
            f"Still known when due, last 30 days: {month.share:.0%} of {_count(month.reviewed, 'review')} "
            f"(FSRS expected {month.expected:.0%})"
        )
    if shown.leeches:
        yield f"Forgotten again and again (read their lessons): {', '.join(shown.leeches)}"


def _part(part: PartProgress, shown: Overview) -> list[str]:
    width = max(len(lesson.title) for lesson in part.lessons)
    found = shown.part_mastery.get(part.title)
    known = f", {found.value:.0%} known" if found else ""
    head = f"{part.title}  {part.done}/{part.total} steps{known}"
    return [head, *(_lesson(each, shown, width) for each in part.lessons)]


def _lesson(each: LessonProgress, shown: Overview, width: int) -> str:
    found = shown.lesson_mastery.get(each.lesson)
    known = f"{found.value:>4.0%}" if found and found.answered else "   –"
    return f"  {_bar(each)} {each.done:>2}/{each.total:<2} {known}  {each.title:<{width}}  {each.lesson}"


def _bar(lesson: LessonProgress) -> str:
    filled = BAR * lesson.done // lesson.total if lesson.total else 0
    return "█" * filled + "░" * (BAR - filled)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
