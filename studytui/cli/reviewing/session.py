"""A round of questions in lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.cli.reviewing.explaining import explained, told
from studytui.cli.reviewing.pictures import pictures_in_words
from studytui.cli.reviewing.prose import indented
from studytui.cli.reviewing.question import Asking, GiveUp, Leave, Skip
from studytui.cli.reviewing.talk import Talk
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Curve, Fill, Order
from studytui.errors import StudytuiError
from studytui.runner.runner import Runner
from studytui.study import proof
from studytui.study.given import given, right_answer
from studytui.study.grading.grade import grade
from studytui.study.grading.verdict import Verdict
from studytui.study.recorder import Kept, Recorder
from studytui.study.schedule.card import Rating
from studytui.study.schedule.deck import CardSource
from studytui.study.schedule.leech import is_leech
from studytui.study.store import AnswerRecord, Store

AFTER = "Enter next, 1-4 rate, p proof, u undo, s suspend, q quit:"


class Session:
    """Asks, judges, explains and schedules until the questions or the input end."""

    def __init__(self, sources: Sequence[CardSource], store: Store, runner: Runner, talk: Talk) -> None:
        self.right = self.answered = 0
        self._sources, self._store, self._runner, self._talk = list(sources), store, runner, talk
        self._recorder = Recorder(store)

    async def run(self) -> None:
        """All questions. Raises StorageError when an answer cannot be kept."""
        place = 0
        try:
            while place < len(self._sources):
                source = self._sources[place]
                self._talk.say(f"Question {place + 1} of {len(self._sources)}, {source.lesson.title}")
                again = await self._one(source)
                place += 0 if again else 1
        except Leave:
            pass
        self._talk.say(f"{self.right} of {self.answered} right. Everything answered is kept.")

    async def _one(self, source: CardSource) -> bool:
        """Whether the question is to be asked again, because its answer was undone."""
        try:
            asking = Asking(source, self._talk, await self._pictures(source))
            asking.pose()
            verdict, kept = await self._answered(asking)
        except Skip:
            return False
        except StudytuiError as error:
            self._talk.say(f"This question cannot be asked now: {error}")
            return False
        self.answered += 1
        self.right += verdict.right
        return await self._afterwards(asking, verdict, kept)

    async def _answered(self, asking: Asking) -> tuple[Verdict, Kept]:
        """The last verdict, when the question is settled: code may be tried until it is right."""
        by_running = isinstance(asking.source.question, Bug | Fill | Order | Exercise)
        while True:
            try:
                answer = await asking.answer()
            except GiveUp:
                verdict = Verdict(False, "Not answered.", (), right_answer(asking.source.question))
                self._talk.say(told(verdict))
                return verdict, self._recorder.settle(_record(asking, "", False))
            verdict = await grade(asking.source.question, answer, self._runner)
            self._talk.say(told(verdict))
            record = _record(asking, given(answer), verdict.right)
            if verdict.right or not by_running:
                return verdict, self._recorder.settle(record)
            self._recorder.attempt(record)
            self._talk.say("Try again, or :give to see the answer.")

    async def _pictures(self, source: CardSource) -> tuple[str, ...]:
        if not isinstance(source.question, Curve):
            return ()
        return await pictures_in_words(source.question, self._runner)

    async def _afterwards(self, asking: Asking, verdict: Verdict, kept: Kept) -> bool:
        """Explain, then obey until the learner goes on. Whether the answer was undone."""
        question = asking.source.question
        self._talk.say(explained(question, verdict, asking.order))
        while True:
            self._talk.say(_comes_back(kept))
            line = await self._talk.ask(AFTER)
            word = "q" if line is None else line.strip().casefold()
            if word in ("1", "2", "3", "4"):
                kept = self._recorder.overrule(kept, Rating(int(word)))
            elif word == "p":
                await self._prove(asking)
            elif word == "s":
                self._store.suspend(kept.card)
                self._talk.say("Suspended: it is asked no more.")
                return False
            elif word == "u":
                self._recorder.undo()
                self.answered -= 1
                self.right -= verdict.right
                self._talk.say("Undone. Once more:")
                return True
            elif word == "q":
                raise Leave
            else:
                self._talk.say()
                return False

    async def _prove(self, asking: Asking) -> None:
        code = proof.code(asking.source.question)
        if not code:
            self._talk.say("There is no code to run: the curves themselves were recorded by running.")
            return
        self._talk.say(f"This code:\n{indented(code)}\nprints:")
        self._talk.say(indented(await proof.run(asking.source.question, self._runner)))


def _record(asking: Asking, text: str, right: bool) -> AnswerRecord:
    source = asking.source
    attempts = max(1, asking.attempts)
    return AnswerRecord(
        source.lesson.id, source.question.id, right, text, attempts, asking.hints, asking.seconds
    )


def _comes_back(kept: Kept) -> str:
    wait = kept.after.due - kept.after.last_review
    days, minutes = wait.days, round(wait.total_seconds() / 60)
    when = f"{days} day{'' if days == 1 else 's'}" if days else f"{minutes} min"
    words = f"Rated {int(kept.rating)} {kept.rating.name.lower()}: comes back in {when}."
    if is_leech(kept.after):
        words += f" Forgotten {kept.after.lapses} times: read the lesson again, or suspend it."
    return words
