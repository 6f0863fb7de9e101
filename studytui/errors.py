"""The errors studytui raises on purpose: each carries the words the user will read, and an exit code."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command."""

    OK = 0
    LEARNER = 1  # the learner's code or an exercise failed
    USAGE = 2  # wrong usage or an invalid lesson
    NO_RUNNER = 3  # no usable torch or runner
    TIMEOUT = 4
    MEMORY = 5
    DIED = 6  # the run was killed or crashed
    INTERRUPTED = 130


class StudytuiError(Exception):
    """Something a user can act on. `str(error)` is one line: what, where, what to do."""

    exit_code: Exit = Exit.USAGE


class UsageError(StudytuiError):
    """The command line asked for something that cannot be done."""


class LessonError(StudytuiError):
    """A lesson file cannot be used; the message begins with `file:line:col:`."""


class RunnerUnavailable(StudytuiError):
    """No process could be started that runs PyTorch code."""

    exit_code = Exit.NO_RUNNER


class StorageError(StudytuiError):
    """Progress could not be read or written."""
