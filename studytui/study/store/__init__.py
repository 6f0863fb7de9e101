"""What the learner has done, in one SQLite file: every write is on disk when the call returns."""

from studytui.study.store.answers import AnswerRecord
from studytui.study.store.exams import ExamRecord
from studytui.study.store.places import Place
from studytui.study.store.reviews import ReviewRecord
from studytui.study.store.runs import RunRecord, SeriesSummary
from studytui.study.store.store import Store

__all__ = ["AnswerRecord", "ExamRecord", "Place", "ReviewRecord", "RunRecord", "SeriesSummary", "Store"]
