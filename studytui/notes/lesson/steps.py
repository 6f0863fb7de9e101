"""The pieces of notes as the steps of a lesson."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from studytui.course.model import AnyStep, Explain
from studytui.notes.checkup.block import Block
from studytui.notes.document import Code, Document, Format, Heading, Piece, Prose
from studytui.notes.lesson.formulas import with_formulas
from studytui.notes.lesson.links import without_local_links
from studytui.notes.lesson.pages import is_short, pages
from studytui.notes.lesson.questions import is_answer, open_questions
from studytui.notes.lesson.snippet import shown_code, snippet
from studytui.notes.lesson.words import free_id, slug, title_of

OUTPUT = "The notes show this output:"
TO_ANSWER = "To answer"
ASK = "The notes ask this and do not answer it. Answer it yourself: in a sentence, or by running code."


class Section(Struct, frozen=True):
    """The steps below one heading."""

    title: str
    level: int
    steps: tuple[AnyStep, ...]


class Steps:
    """Turns pieces into sections; ids are new in all of the notes."""

    def __init__(self, document: Document, blocks: Mapping[int, Block]) -> None:
        self._pieces = document.pieces
        self._converses = document.format is Format.TRANSCRIPT
        self._blocks = blocks
        self._numbers = {id(code): number for number, code in enumerate(document.code, 1)}
        self._taken: set[str] = set()

    def sections(self, title: str) -> list[Section]:
        """Every section; what comes before the first heading stands below the title of the notes."""
        found: list[Section] = []
        heading = Heading(title, 1, 1)
        begin = 0
        for at, piece in enumerate(self._pieces):
            if isinstance(piece, Heading):
                if at > 0:
                    found.append(self._section(heading, self._pieces[begin:at], piece))
                heading, begin = piece, at + 1
        found.append(self._section(heading, self._pieces[begin:], None))
        return [section for section in found if section.steps]

    def _section(self, heading: Heading, pieces: Sequence[Piece], below: Heading | None) -> Section:
        title = title_of(heading.text)
        made: list[AnyStep] = []
        text: list[str] = []
        for at, piece in enumerate(pieces):
            if isinstance(piece, Prose):
                text.append(piece.text)
            elif isinstance(piece, Code) and id(piece) in self._numbers and self._runs(piece):
                made += self._read(title, text, before_code=True)
                made.append(self._snippet(title, piece, text))
                text = []
            elif isinstance(piece, Code) and piece.text.strip():
                text.append(_fence(piece, after_code=at > 0 and isinstance(pieces[at - 1], Code)))
        made += self._read(title, text, before_code=False)
        made += self._open(heading, title, pieces, below)
        return Section(title, heading.level, tuple(made))

    def _runs(self, code: Code) -> bool:
        return self._numbers[id(code)] in self._blocks and bool(code.text.strip())

    def _read(self, title: str, text: list[str], *, before_code: bool) -> list[AnyStep]:
        """Pages; the last one stays in `text` when it is short enough to stand above code that follows."""
        found = pages(readable("\n\n".join(text)))
        text[:] = [found.pop()] if before_code and found and is_short(found[-1]) else []
        return [Explain(id=self._id(title), title=title, text=page) for page in found]

    def _snippet(self, title: str, code: Code, text: Sequence[str]) -> AnyStep:
        block = self._blocks[self._numbers[id(code)]]
        above = "\n\n".join(text)
        return snippet(self._id(title), title, above, block) or Explain(
            id=self._id(title), title=title, text=shown_code(above, block)
        )

    def _open(
        self, heading: Heading, title: str, pieces: Sequence[Piece], below: Heading | None
    ) -> list[AnyStep]:
        """What this section asks and does not answer."""
        empty = not pieces and (below is None or below.level <= heading.level)
        prose = "\n".join(piece.text for piece in pieces if isinstance(piece, Prose))
        code = any(isinstance(piece, Code) for piece in pieces)
        asks = heading.asks or heading.text.rstrip().endswith("?")
        unanswered = asks and not code and not is_answer(prose) and not self._converses
        asked = [] if self._converses else open_questions(prose)
        if empty or unanswered:
            asked = [heading.text, *asked]
        return [self._question(title, question) for question in dict.fromkeys(asked)]

    def _question(self, title: str, question: str) -> AnyStep:
        bare = title_of(question)
        said = readable(question)
        words = said if "**" in said else f"**{said}**"
        where = f"It stands under “{title}”. " if bare != title else ""
        short = pages(words)[0] if pages(words) else bare
        return Explain(
            id=self._id(f"to answer {bare}"),
            title=f"{TO_ANSWER}: {bare}",
            text=f"{short}\n\n{where}{ASK}",
        )

    def _id(self, title: str) -> str:
        found = free_id(slug(title, "step"), self._taken)
        self._taken.add(found)
        return found


def readable(text: str) -> str:
    """Text of notes as text of a lesson."""
    return with_formulas(without_local_links(text))


def _fence(code: Code, *, after_code: bool) -> str:
    mark = "```" if "```" not in code.text else "````"
    fence = f"{mark}{code.language}\n{code.text}\n{mark}"
    return f"{OUTPUT}\n\n{fence}" if after_code and not code.language else fence
