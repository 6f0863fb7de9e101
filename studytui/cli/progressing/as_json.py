"""Progress as JSON: an object a lesson, then one a part, then a summary; `type` first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from studytui.study.habits.overview import Overview
from studytui.study.mastery import Mastery


def json_lines(shown: Overview) -> Iterator[dict[str, Any]]:
    """The objects, in order. Mastery and retention run from 0 to 1."""
    for part in shown.parts:
        for each in part.lessons:
            mastery = _mastery(shown.lesson_mastery.get(each.lesson))
            yield {"type": "lesson", **msgspec.to_builtins(each), **mastery}
    for part in shown.parts:
        mastery = _mastery(shown.part_mastery.get(part.title))
        yield {"type": "part", "title": part.title, "done": part.done, "total": part.total, **mastery}
    yield {"type": "summary", **_summary(shown)}


def _mastery(found: Mastery | None) -> dict[str, Any]:
    if found is None:
        return {"mastery": 0.0, "answered": 0, "questions": 0}
    return {"mastery": round(found.value, 4), "answered": found.answered, "questions": found.total}


def _summary(shown: Overview) -> dict[str, Any]:
    names = ("next", "due", "new", "suspended", "leeches", "streak", "month", "weeks", "forecast")
    found = {name: msgspec.to_builtins(getattr(shown, name), str_keys=True) for name in names}
    return found | {"forecast": [round(count, 2) for count in shown.forecast]}
