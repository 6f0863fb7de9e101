"""Where a question is answered: the part of the quiz screen that differs from kind to kind."""

from __future__ import annotations

from textual.containers import Vertical
from textual.message import Message

from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.verdict import Verdict
from studytui.tui.work import EndsItsWork


class QuestionBox(EndsItsWork, Vertical):
    """Takes an answer from the keyboard, and afterwards shows which part of it was right."""

    DEFAULT_CSS = """
    QuestionBox { height: auto; margin: 0 0 1 0; }
    """
    HOW: str = "Enter answers"
    """How to answer, in one line."""
    SHOWS_ANSWER: bool = False
    """Whether `reveal` marks the right answer itself."""

    class Submitted(Message):
        """The learner wants the answer judged."""

    class Changed(Message):
        """What is answered so far is another: time to keep it."""

    def answer(self) -> AnyAnswer | None:
        """What the learner has answered so far; None: nothing yet."""
        raise TypeError(f"{type(self).__name__} defines no answer()")

    def take(self, answer: AnyAnswer) -> None:
        """Put back what was answered earlier; what no longer fits the question is left out."""
        raise TypeError(f"{type(self).__name__} defines no take()")

    def reveal(self, verdict: Verdict) -> None:
        """The question has been answered: take no more keys, and mark what was right and wrong."""
        self.disabled = True

    def focus_first(self) -> None:
        """Put the cursor where answering begins."""
        self.focus()

    def changed(self) -> None:
        """Say that there is something new to keep."""
        self.post_message(self.Changed())

    def submit(self) -> None:
        """Ask the screen to judge."""
        self.post_message(self.Submitted())
