"""How a round of questions is held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Manner:
    """A lesson's quiz is told and untimed; an exam is neither; a trial of claims runs each of them."""

    name: str = ""
    """Under which an unfinished round is kept; empty: it is not."""
    title: str = "quiz"
    """In the header."""
    limit: float = 0.0
    """Seconds for the whole round; 0: as long as it takes."""
    told: bool = True
    """Whether each answer is judged in front of the learner; otherwise only the report tells."""
    proves: bool = False
    """Whether the code behind each answer runs by itself."""
    asks: str = ""
    """Put above every question."""
    hours: float = 0.0
    """For how long an unfinished round is resumed; 0: for ever."""

    def crumb(self, lesson: str) -> str:
        """For the header; an exam does not name the lesson, which would help."""
        if not self.told:
            return self.title
        return f"{lesson} › {self.title}" if self.title == "quiz" else f"{self.title} › {lesson}"

    def left(self, elapsed: float) -> float:
        """Seconds left of a timed round."""
        return max(0.0, self.limit - elapsed)


def left_words(seconds: float) -> str:
    """`12 min left`, in the last minute `40 s left`: changes seldom, so that a slow line stays quiet."""
    return f"{round(seconds / 60)} min left" if seconds >= 60 else f"{round(seconds / 10) * 10} s left"
