"""The store: all its parts over one file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from studytui import folders
from studytui.errors import StorageError
from studytui.study.store.answers import Answers
from studytui.study.store.cards import Cards
from studytui.study.store.database import Database
from studytui.study.store.drafts import Drafts
from studytui.study.store.exams import Exams
from studytui.study.store.opening import open_file, open_memory
from studytui.study.store.places import Places
from studytui.study.store.reviews import Reviews
from studytui.study.store.runs import Runs
from studytui.study.store.settings import Settings
from studytui.study.store.steps import Steps
from studytui.study.store.suspended import Suspended

FILE = "study.db"


class Store(Places, Drafts, Steps, Answers, Cards, Reviews, Suspended, Exams, Settings, Runs):
    """What the learner has done.

    Every write is committed when the call returns, so a killed app or a dropped line loses nothing; two apps
    may use the same file at once. Any method raises StorageError, in words, when the file fails later on.
    """

    def __init__(self, database: Database, notice: str = "") -> None:
        super().__init__(database)
        self.notice = notice
        """What the learner should be told after opening; "" when all is well."""

    @classmethod
    def open(cls, path: Path | None = None) -> Store:
        """The store in this file (by default in the data folder), whatever its state.

        A damaged file is set aside and the last good backup used; where nothing can be saved the store lives
        in memory, holding a copy of what could be read. `notice` tells of both.
        """
        path = folders.data_dir() / FILE if path is None else path
        try:
            return cls(*open_file(path, datetime.now(UTC).astimezone()))
        except StorageError as error:
            return cls.in_memory(str(error), path)

    @classmethod
    def in_memory(cls, reason: str, source: Path | None = None) -> Store:
        """A store that forgets when the app ends, and says so; starts with what `source` holds."""
        return cls(open_memory(source), f"Progress is not saved: {reason}" if reason else "")

    @property
    def saves(self) -> bool:
        """Whether what is written outlives the app."""
        return self.database.path is not None

    def close(self) -> None:
        """Close the file."""
        self.database.close()
