"""One line for as long as runs go on without a wall around the user's files."""

from __future__ import annotations

from typing import TextIO

from studytui.runner.status import OnStatus, Ready, RunnerStatus

WORDS = "studytui: no file wall here: this run can read and change your files (--no-unsafe-files ends that)"


class OpenFilesLine:
    """Says it once, then passes on what the runner says about itself."""

    def __init__(self, stream: TextIO, then: OnStatus) -> None:
        self._stream, self._then = stream, then
        self._said = False

    def hear(self, status: RunnerStatus) -> None:
        """Take what the runner says about itself."""
        self._then(status)
        if isinstance(status, Ready) and status.policy == "refuse" and not self._said:
            self._said = True
            print(WORDS, file=self._stream, flush=True)
