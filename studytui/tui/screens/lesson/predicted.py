"""Keeps predictions: a wrong one becomes a card, and all of them make a score."""

from __future__ import annotations

from studytui.study.recorder import Recorder
from studytui.study.schedule.asked import prediction_id
from studytui.study.schedule.card import card_id
from studytui.study.store import AnswerRecord, Store

END = prediction_id("")


def keep_prediction(store: Store, lesson: str, step: str, text: str, right: bool) -> str:
    """Keep a prediction; the score of the lesson's predictions in words, and that it comes back if it does.

    A wrong one becomes a card; a right one is a review only of a card that is there. Raises StorageError.
    """
    name = prediction_id(step)
    record = AnswerRecord(lesson, name, right, given=text)
    known = store.card(card_id(lesson, name)) is not None
    if right and not known:
        Recorder(store).attempt(record)
    else:
        Recorder(store).settle(record)
    back = "" if right else " It comes back in your reviews."
    return f"{score(store, lesson)}{back}"


def score(store: Store, lesson: str) -> str:
    """`Predictions so far: 3 of 4 right.`"""
    given = [answer for answer in store.answers(lesson) if answer.question.endswith(END)]
    right = sum(answer.right for answer in given)
    return f"Predictions so far: {right} of {len(given)} right." if given else ""
