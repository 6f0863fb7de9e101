"""One question in lines of text: posed, answered as often as it takes, judged."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from studytui.cli.reviewing.editing import HOW, NoChange, changed
from studytui.cli.reviewing.posing import how, order_of, pose
from studytui.cli.reviewing.prose import numbered, plain
from studytui.cli.reviewing.replies import Unclear, read_reply
from studytui.cli.reviewing.talk import Talk
from studytui.course.blanks import blanks_in
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Output
from studytui.study.grading.answers import AnyAnswer, Coded, Filled, Typed
from studytui.study.grading.unreadable import unreadable
from studytui.study.schedule.deck import CardSource

COMMANDS = ":hint, :give the answer, :skip, :repeat, :quit"


class Leave(Exception):
    """The learner wants no more questions, or there is no more input."""


class Skip(Exception):
    """The learner wants another question."""


class GiveUp(Exception):
    """The learner wants the answer."""


@dataclass
class Asking:
    """A question while it is being answered."""

    source: CardSource
    talk: Talk
    pictures: tuple[str, ...] = ()
    hints: int = 0
    attempts: int = 0
    _began: float = field(default_factory=time.monotonic)
    _lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.order = order_of(self.source.question, self.source.card)
        question = self.source.question
        if isinstance(question, Bug | Exercise):
            code = question.code if isinstance(question, Bug) else question.starter
            self._lines = code.rstrip().splitlines()

    @property
    def seconds(self) -> float:
        """Since the question was posed."""
        return time.monotonic() - self._began

    def pose(self) -> None:
        """Print the question."""
        self.talk.say(pose(self.source.question, self.order, self.pictures))

    async def answer(self) -> AnyAnswer:
        """An answer that can be judged. Raises Leave, Skip, GiveUp."""
        while True:
            answer = await self._read()
            words = unreadable(self.source.question, answer)
            if not words:
                self.attempts += 1
                return answer
            self.talk.say(words)

    async def _read(self) -> AnyAnswer:
        question = self.source.question
        if isinstance(question, Bug | Exercise):
            return await self._edit()
        if isinstance(question, Fill):
            return await self._fill(blanks_in(question.code))
        if isinstance(question, Output):
            return await self._several()
        while True:
            try:
                return read_reply(question, await self._line(how(question)), self.order)
            except Unclear as error:
                self.talk.say(str(error))

    async def _several(self) -> Typed:
        """What is printed may have several lines; a dot ends them."""
        lines = [await self._line("What does it print? End with a line holding only a dot.\n>")]
        while lines[-1].strip() != ".":
            lines.append(await self._line(">"))
        return Typed("\n".join(lines[:-1]))

    async def _fill(self, blanks: int) -> Filled:
        return Filled(tuple([await self._line(f"Blank {n} of {blanks}:") for n in range(1, blanks + 1)]))

    async def _edit(self) -> Coded:
        self.talk.say(HOW)
        while line := await self._line("Change, or Enter to run:"):
            if line.strip() != "list":
                try:
                    self._lines = changed(self._lines, line)
                except NoChange as error:
                    self.talk.say(str(error))
                    continue
            self.talk.say(numbered("\n".join(self._lines)))
        return Coded("\n".join(self._lines) + "\n")

    async def _line(self, prompt: str) -> str:
        """The next line that is no command."""
        while True:
            line = await self.talk.ask(prompt)
            if line is None:
                raise Leave
            if not line.startswith(":"):
                return line
            self._obey(line[1:].strip().casefold())

    def _obey(self, word: str) -> None:
        if word in ("quit", "q"):
            raise Leave
        if word in ("skip", "s"):
            raise Skip
        if word in ("give", "g"):
            raise GiveUp
        if word in ("repeat", "r"):
            self.pose()
        elif word in ("hint", "h"):
            self._hint()
        else:
            self.talk.say(f"Commands: {COMMANDS}.")

    def _hint(self) -> None:
        hints = getattr(self.source.question, "hints", ())
        if self.hints < len(hints):
            self.talk.say(f"Hint {self.hints + 1} of {len(hints)}: {plain(hints[self.hints])}")
            self.hints += 1
        else:
            self.talk.say("There is no more hint; :give shows the answer.")
