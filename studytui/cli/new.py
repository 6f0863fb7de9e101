"""`studytui new ID`: the file of a new lesson, to be filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from studytui.cli import parsing
from studytui.cli.checking.report import relative
from studytui.course.template import template
from studytui.errors import Exit, UsageError

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 48


def main(words: Sequence[str]) -> int:
    """Write it and say what to do next; a file that is there is left alone."""
    args = parsing.parse(parser(), words)
    if not _ID.fullmatch(args.id) or len(args.id) > LONGEST:
        raise UsageError(f"{args.id!r} is no id: lower-case words with dashes, like second-look")
    folder: Path = args.lessons / args.part
    file = folder / f"{args.id}.yaml"
    taken = next((each for each in args.lessons.glob(f"*/{args.id}.y*ml")), None)
    if taken is not None:
        raise UsageError(f"{relative(taken.resolve())} is there already; choose another id")
    title = re.sub(r"^\d+-", "", args.part).replace("-", " ").capitalize()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(template(args.id, title, str(file)), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    print(_next(file, args.lessons))
    return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("new", "Write the file of a new lesson, to be filled in.")
    found.add_argument("id", metavar="ID", help="its id: lower-case words with dashes")
    found.add_argument(
        "--part", default="1-lessons", metavar="NAME", help="folder of its part (default 1-lessons)"
    )
    found.add_argument(
        "--lessons", type=Path, default=Path(), metavar="DIR", help="folder of your lessons (default: here)"
    )
    return found


def _next(file: Path, lessons: Path) -> str:
    here = "" if lessons == Path() else f" {lessons}"
    return "\n".join(
        [
            str(file),
            f"Write where it says FILL IN, then: studytui check {file}",
            f"Beside your editor, refreshed at each save: studytui --lessons{here or ' .'} --trust",
        ]
    )
