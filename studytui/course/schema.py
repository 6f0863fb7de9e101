"""The JSON Schema of a lesson, for editors: `python -m studytui.course.schema` writes it beside the lessons.

A lesson names it in its first line: `# yaml-language-server: $schema=../lesson.schema.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from studytui.course.field_notes import field_notes
from studytui.course.model import Lesson
from studytui.folders import bundled_lessons

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "urn:studytui:lesson"
FILE = "lesson.schema.json"


def lesson_schema() -> dict[str, Any]:
    """The schema, generated from the structs the loader validates with."""
    (top,), definitions = msgspec.json.schema_components([Lesson], ref_template="#/$defs/{name}")
    for struct, notes in field_notes().items():
        properties = definitions.get(struct, {}).get("properties", {})
        for key in properties.keys() & notes.keys():
            properties[key].setdefault("description", notes[key])
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "A studytui lesson",
        **top,
        "$defs": definitions,
    }


def schema_text() -> str:
    """The schema as it stands in the file: sorted, so that a change of the model is a readable diff."""
    return json.dumps(lesson_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the schema beside the lessons and say where."""
    file: Path = bundled_lessons() / FILE
    file.write_text(schema_text(), encoding="utf-8")
    sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
