"""Where a question is answered: the part of the quiz screen that differs from kind to kind."""

from __future__ import annotations

from textual.containers import Vertical
from textual.message import Message

from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.verdict import Verdict


class QuestionBox(Vertical):
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

    def answer(self) -> AnyAnswer | None:
        """What the learner has answered so far; None: nothing yet."""
        raise TypeError(f"{type(self).__name__} defines no answer()")

    def reveal(self, verdict: Verdict) -> None:
        """The question has been answered: take no more keys, and mark what was right and wrong."""
        self.disabled = True

    def focus_first(self) -> None:
        """Put the cursor where answering begins."""
        self.focus()

    def submit(self) -> None:
        """Ask the screen to judge."""
        self.post_message(self.Submitted())
