"""Cards as a text file that Anki imports (File › Import; format: docs.ankiweb.net/importing/text-files.html).

The first column identifies the note, so importing a later export updates the cards and keeps Anki's own
schedule. A text file needs no library, and shows what is in it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from studytui.course.formula import inline
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Choice, Curve, Fill, Multi, Order
from studytui.study.given import right_answer
from studytui.study.markup import pieces
from studytui.study.schedule.deck import CardSource

HEAD = (
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#deck:studytui",
    "#guid column:1",
    "#tags column:4",
)


def anki_text(sources: Iterable[CardSource]) -> str:
    """The file: a line a card. Curve questions are left out, as they ask about pictures."""
    rows = [_row(source) for source in sources if not isinstance(source.question, Curve)]
    return "\n".join([*HEAD, *rows, ""])


def _row(source: CardSource) -> str:
    tags = f"studytui::{_tag(source.lesson.part)}::{source.lesson.id}"
    return "\t".join((source.card, _front(source), _back(source), tags))


def _front(source: CardSource) -> str:
    question = source.question
    code = question.starter if isinstance(question, Exercise) else question.code
    parts = [_html(question.prompt), _code(code)]
    if isinstance(question, Choice | Multi):
        parts.append(_list([option.text for option in question.options]))
    elif isinstance(question, Order):
        parts.append(_list([f"`{line}`" for line in sorted(question.lines)]))
    return "".join(parts)


def _back(source: CardSource) -> str:
    question = source.question
    answer = right_answer(question)
    plain = isinstance(question, Bug | Fill | Order | Exercise) or "\n" in answer.strip()
    why = getattr(question, "why", "")
    return (_code(answer) if plain else _html(answer)) + (_html(why) if why else "")


def _list(texts: list[str]) -> str:
    return "<ol>" + "".join(f"<li>{_html(text)}</li>" for text in texts) + "</ol>"


def _code(code: str) -> str:
    return f"<pre>{_escaped(code.rstrip())}</pre>" if code.strip() else ""


def _html(markdown: str) -> str:
    """Paragraphs and code; formulas in a line of Unicode."""
    shown = []
    for kind, text in pieces(markdown):
        if kind == "block":
            shown.append(_code(text))
        elif kind == "code":
            shown.append(f"<code>{_escaped(text)}</code>")
        else:
            shown.append(_escaped(inline(text) if kind == "formula" else text))
    return "".join(shown)


def _escaped(text: str) -> str:
    """No tab and no line end may stay: they separate columns and rows."""
    return html.escape(text).replace("\t", "    ").replace("\r", "").replace("\n", "<br>")


def _tag(title: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in title).split())
