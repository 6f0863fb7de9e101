"""The JSON Schema editors use is the model the loader uses."""

import json

from studytui.course.schema import FILE, lesson_schema, schema_text
from studytui.folders import bundled_lessons


def test_the_written_schema_is_current():
    written = (bundled_lessons() / FILE).read_text(encoding="utf-8")
    assert written == schema_text(), "run: python -m studytui.course.schema"


def test_it_knows_every_kind():
    kinds = {
        kind
        for definition in lesson_schema()["$defs"].values()
        for kind in definition.get("properties", {}).get("kind", {}).get("enum", [])
    }
    assert {"explain", "snippet", "contour", "quiz", "choice", "fill", "curve"} <= kinds


def test_it_refuses_what_the_loader_refuses():
    lesson = lesson_schema()["$defs"]["Lesson"]
    assert lesson["additionalProperties"] is False
    assert "try" in json.dumps(lesson_schema()["$defs"]["Snippet"]["properties"])


def test_editors_show_the_notes_of_the_model():
    definitions = lesson_schema()["$defs"]
    assert definitions["Snippet"]["properties"]["try"]["description"].startswith("Changes to try")
    assert (
        definitions["Choice"]["properties"]["why"]["description"] == "Shown after answering, right or wrong."
    )
    assert definitions["Explain"]["properties"]["text"]["description"] == "Markdown with $formulas$ in LaTeX"
