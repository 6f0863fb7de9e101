"""How question and answer share the rows of a screen too small for both."""

from __future__ import annotations

LEAST = 4
"""Rows of the question that stay in view whatever the answer needs."""


def question_rows(
    question: int, answer: int, total: int, *, reading: bool = False, answered: bool = False
) -> int:
    """The most rows the question gets of `total`, when it has `question` rows and the answer `answer`.

    Both fit: each gets its own. Otherwise the answer gets what it needs up to half, and the question the
    rest. Once it is `answered` the answer gets up to two thirds; while the question is read, it does.
    """
    if question + answer <= total:
        return max(question, 1)
    wanted = total * 2 // 3 if reading else max(total - answer, total // 3 if answered else total // 2)
    return max(min(question, wanted), min(LEAST, total))
