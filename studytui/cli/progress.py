"""`studytui progress`: what is done and what is still known, lesson by lesson, and what to do next."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from studytui.cli import parsing
from studytui.cli.progressing.as_json import json_lines
from studytui.cli.progressing.words import plots, words
from studytui.cli.running.showing import worded
from studytui.course.library import Library
from studytui.errors import Exit
from studytui.settings.file import load
from studytui.study.habits.overview import overview
from studytui.study.store import Store


def main(words_given: Sequence[str]) -> int:
    """Print the progress."""
    args = parsing.parse(parser(), words_given)
    library, store = Library.open(args.lessons), Store.open()
    try:
        if store.notice:
            print(f"studytui: {store.notice}", file=sys.stderr)
        shown = overview(library.lessons, store, new_per_day=load().new_per_day)
    finally:
        store.close()
    if args.json:
        for item in json_lines(shown):
            print(json.dumps(item, ensure_ascii=False))
    else:
        print(worded(words(shown)))
        print("" if args.no_plot else plots(shown), end="")
    return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("progress", "What is done and still known, lesson by lesson, and what to do next.")
    found.add_argument("--json", action="store_true", help="print one JSON object a lesson, part and summary")
    found.add_argument("--no-plot", action="store_true", help="do not draw retention and forecast")
    parsing.add_lessons_option(found)
    return found
