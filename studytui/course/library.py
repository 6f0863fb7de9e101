"""All lessons of a folder: parts in order, lessons in order, and what is broken, named and shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from studytui.course.cache import LessonCache
from studytui.course.found import lesson_files
from studytui.course.model import Lesson
from studytui.course.order import in_course_order, order_problems
from studytui.errors import LessonError

if TYPE_CHECKING:
    from studytui.course.loading import LoadedLesson


@dataclass(frozen=True)
class Part:
    """A part of the course."""

    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Library:
    """The lessons of one folder, `<part>/<id>.yaml`. Broken files never stop the others."""

    folder: Path
    lessons: tuple[Lesson, ...]
    """In the order of the course."""
    broken: tuple[LessonError, ...] = ()
    """What is wrong with files, in the order of their names. A lesson whose only fault is its place among the
    others (`requires` something unknown) is named here and can still be read."""
    _files: dict[str, Path] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, folder: Path, cache: LessonCache | None = None) -> Library:
        """Read every lesson, or take it from the cache where its file has not changed.

        Raises LessonError when there is no folder or no lesson file in it.
        """
        files, broken = lesson_files(folder), list[LessonError]()
        loaded: dict[str, Lesson] = {}
        paths: dict[str, Path] = {}
        for file in files:
            try:
                _add(loaded, paths, _lesson(file, cache), file)
            except LessonError as error:
                broken.append(error)
        if cache is not None:
            cache.save()
        lessons = in_course_order(loaded.values())
        broken += order_problems(lessons, paths, {file.stem for file in files})
        return cls(folder, lessons, tuple(broken), paths)

    def beside(self, other: Library, name: str) -> Library:
        """With the lessons of another library after its own; `name` tells their parts from ours.

        Lessons whose id is taken are named as broken: ids are the learner's progress.
        """
        taken = {lesson.id for lesson in self.lessons}
        problems = tuple(
            LessonError(
                f"{other._files[lesson.id]}:1:1: lesson `{lesson.id}` a second time: choose another id"
            )
            for lesson in other.lessons
            if lesson.id in taken
        )
        added = tuple(_from_pack(lesson, name) for lesson in other.lessons if lesson.id not in taken)
        return replace(
            self,
            lessons=(*self.lessons, *added),
            broken=(*self.broken, *other.broken, *problems),
            _files={**other._files, **self._files},
        )

    def keeping(self, before: Library) -> Library:
        """With those lessons of `before` that cannot be read any more while their file is still there."""
        here = {lesson.id for lesson in self.lessons}
        kept = [
            lesson
            for lesson in before.lessons
            if lesson.id not in here and before._files[lesson.id].is_file()
        ]
        if not kept:
            return self
        files = {lesson.id: before._files[lesson.id] for lesson in kept}
        order = {lesson.id: place for place, lesson in enumerate(before.lessons)}
        lessons = sorted((*self.lessons, *kept), key=lambda lesson: order.get(lesson.id, len(order)))
        return replace(self, lessons=tuple(lessons), _files={**files, **self._files})

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts in order, each with its lessons."""
        return tuple(
            Part(title, tuple(lessons))
            for title, lessons in groupby(self.lessons, key=lambda lesson: lesson.part)
        )

    def get(self, lesson_id: str) -> Lesson | None:
        """The lesson with this id, if it is here and whole."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)

    def file(self, lesson_id: str) -> Path | None:
        """The file of a lesson."""
        return self._files.get(lesson_id)

    def load(self, lesson_id: str) -> LoadedLesson:
        """A lesson with its positions. Raises KeyError for an unknown id, LessonError when it broke since."""
        from studytui.course.loading import load_with_positions

        return load_with_positions(self._files[lesson_id])

    def after(self, lesson_id: str) -> Lesson | None:
        """The next lesson of the course."""
        return self._beside(lesson_id, 1)

    def before(self, lesson_id: str) -> Lesson | None:
        """The previous lesson of the course."""
        return self._beside(lesson_id, -1)

    def _beside(self, lesson_id: str, step: int) -> Lesson | None:
        ids = [lesson.id for lesson in self.lessons]
        if lesson_id not in ids:
            return None
        index = ids.index(lesson_id) + step
        return self.lessons[index] if 0 <= index < len(ids) else None


def _lesson(file: Path, cache: LessonCache | None) -> Lesson:
    known = cache.get(file) if cache is not None else None
    if known is not None:
        return known
    from studytui.course.loading import load_lesson  # the YAML reader: not paid for when all is in the cache

    lesson = load_lesson(file)
    if cache is not None:
        cache.put(file, lesson)
    return lesson


def _from_pack(lesson: Lesson, name: str) -> Lesson:
    return structs.replace(lesson, part=f"{lesson.part} ({name})") if name else lesson


def _add(loaded: dict[str, Lesson], paths: dict[str, Path], lesson: Lesson, file: Path) -> None:
    if lesson.id in loaded:
        raise LessonError(f"{file}:1:1: lesson `{lesson.id}` a second time, the first is {paths[lesson.id]}")
    loaded[lesson.id] = lesson
    paths[lesson.id] = file
