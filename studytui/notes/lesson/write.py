"""Lessons to YAML files, `<folder>/<notes>/<id>.yaml`; lessons that are there are never replaced unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import yaml

from studytui.course.library import Library
from studytui.course.loading import read_lesson
from studytui.course.model import Lesson
from studytui.notes.document import Document
from studytui.notes.lesson.build import part_of
from studytui.notes.lesson.words import slug
from studytui.notes.read import NotesError

HEAD = "# Imported from {notes} by `studytui import`. Yours to change: answer, shorten, add.\n"
IMPORTED = HEAD.partition("{")[0]


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, all others in quotes: no text is taken for a number."""

    def ignore_aliases(self, data: object) -> bool:
        """Equal texts are written twice: lessons have no anchors."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else '"')


def _key(dumper: yaml.SafeDumper, data: dict[str, object]) -> yaml.MappingNode:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=False)
    for key, _ in node.value:
        key.style = None
    return node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _key)


def lesson_yaml(lesson: Lesson) -> str:
    """The file of a lesson."""
    data = msgspec.to_builtins(lesson, str_keys=True)
    body = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return HEAD.format(notes=lesson.notes.replace("\n", " ")) + body


def refuse_to_replace(folder: Path, documents: Iterable[Document]) -> None:
    """Before anything is run: where these notes would go there must be no lesson yet. Raises NotesError."""
    for document in documents:
        there = _folder(folder, part_of(document))
        if any(there.glob("*.yaml")):
            raise NotesError(f"{there}: lessons are there already; choose another folder, or --force")


def already_there(folder: Path, documents: Iterable[Document]) -> tuple[set[str], int]:
    """Ids that other lessons of the folder have, and the first number behind theirs."""
    if not folder.is_dir() or not any(folder.glob("*/*.yaml")):
        return set(), 1
    parts = {part_of(document) for document in documents}
    others = [lesson for lesson in Library.open(folder).lessons if lesson.part not in parts]
    return {lesson.id for lesson in others}, max((lesson.number for lesson in others), default=0) + 1


def write_lessons(folder: Path, lessons: Sequence[Lesson]) -> tuple[Path, ...]:
    """Write them all, or none: each must be one that studytui can read. Raises NotesError, LessonError."""
    texts = {_file(folder, lesson): lesson_yaml(lesson) for lesson in lessons}
    for file, text in texts.items():
        read_lesson(text, file)
    for file, text in texts.items():
        _write(file, text)
    return tuple(texts)


def drop_stale(written: Sequence[Path]) -> tuple[Path, ...]:
    """Remove what an earlier import put beside these files and this one did not; lessons of your own stay.

    Raises NotesError when a file cannot be removed.
    """
    folders = sorted({file.parent for file in written})
    beside = [file for folder in folders for file in sorted(folder.glob("*.yaml")) if file not in written]
    stale = tuple(file for file in beside if _is_imported(file))
    for file in stale:
        try:
            file.unlink()
        except OSError as error:
            raise NotesError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    return stale


def _is_imported(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(len(IMPORTED)) == IMPORTED.encode()
    except OSError:
        return False  # what cannot be read is not ours to remove


def _file(folder: Path, lesson: Lesson) -> Path:
    return _folder(folder, lesson.part) / f"{lesson.id}.yaml"


def _folder(folder: Path, part: str) -> Path:
    return folder / slug(part)


def _write(file: Path, text: str) -> None:
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        os.replace(unfinished, file)
    except OSError as error:
        raise NotesError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    finally:
        unfinished.unlink(missing_ok=True)
