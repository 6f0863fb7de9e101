"""`studytui import NOTES… -o DIR`: notes, checked by running, as lessons. Without -o: exported progress."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

from studytui.cli import parsing
from studytui.cli.checking.report import relative
from studytui.cli.notes.checked import Checked, add_notes, checked, read_all
from studytui.cli.notes.report import counted, summary
from studytui.course.model import Lesson
from studytui.errors import Exit
from studytui.notes.lesson.steps import TO_ANSWER


def main(given: Sequence[str]) -> int:
    """Import; 0 when the lessons are written, whatever is broken in them: the check-up tells."""
    if given and all(word == "-" or not word.startswith("-") for word in given):
        from studytui.cli import import_progress  # lessons need a folder to go to: this is something else

        return import_progress.main(given)
    return asyncio.run(_import(parsing.parse(parser(), given)))


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("import", "Turn notes into lessons: text, code that is run first, open questions.")
    add_notes(found)
    found.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="folder for the lessons"
    )
    found.add_argument("--force", action="store_true", help="replace lessons that are there already")
    found.add_argument("--json", action="store_true", help="print JSON, one object a lesson")
    parsing.add_runner_options(found)
    return found


async def _import(args: argparse.Namespace) -> int:
    from studytui.notes.lesson.build import build_lessons
    from studytui.notes.lesson.write import already_there, drop_stale, refuse_to_replace, write_lessons
    from studytui.study.own_lessons import OwnLessons

    documents = read_all(args)
    if not args.force:
        refuse_to_replace(args.output, documents.values())
    taken, number = already_there(args.output, documents.values())
    own = OwnLessons(args.output)
    async for each in checked(args, documents):
        blocks = {block.number: block for block in each.blocks}
        lessons = build_lessons(each.document, blocks, taken, number)
        files = write_lessons(args.output, lessons)
        stale = drop_stale(files)
        own.add(files)
        taken |= {lesson.id for lesson in lessons}
        number += len(lessons)
        for line in _json(files, lessons) if args.json else _words(each, files, stale, lessons):
            print(line, flush=True)
    own.trust()
    if not args.json:
        print(f"Open them with `studytui --lessons {args.output}`.")
    return Exit.OK


def _words(
    each: Checked, files: Sequence[Path], stale: Sequence[Path], lessons: Sequence[Lesson]
) -> list[str]:
    open_ones = [
        step.title for lesson in lessons for step in lesson.steps if step.title.startswith(TO_ANSWER)
    ]
    lines = [
        f"{relative(file)}: {counted(len(lesson.steps), 'step')}"
        for file, lesson in zip(files, lessons, strict=True)
    ]
    lines += [f"{relative(file)}: removed, the notes no longer make this lesson" for file in stale]
    return [summary(each), *lines, f"{counted(len(open_ones), 'open question')} to answer."]


def _json(files: Sequence[Path], lessons: Sequence[Lesson]) -> list[str]:
    return [
        json.dumps(
            {
                "type": "lesson",
                "file": relative(file),
                "id": lesson.id,
                "steps": len(lesson.steps),
                "open": [step.id for step in lesson.steps if step.title.startswith(TO_ANSWER)],
            },
            ensure_ascii=False,
        )
        for file, lesson in zip(files, lessons, strict=True)
    ]
