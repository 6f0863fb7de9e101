"""A hint: which error it is for, its cause in plain words, what to do, and the lesson that explains it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct

from studytui.runner.postmortem.scene import Scene

Facts = Mapping[str, str]
"""What the error's message and the failing line say, by name: sizes, dtypes, names."""


NOTHING = Scene()
"""The scene of an error nothing more is known of."""


class Hint(Struct, frozen=True, dict=True):
    """One error and its explanation. `{name}` in the words is replaced by what the pattern found.

    `{x}`, `{left}` and `{right}` are replaced by the learner's names for what failed.
    """

    pattern: str
    """Regular expression searched in the message; its named groups are the facts."""
    words: str | Callable[[Facts], str]
    lesson: str = ""
    errors: tuple[str, ...] = ()
    """Types of exception it is for; empty: any."""
    line: str = ""
    """Regular expression that the failing line must contain as well; named groups count too."""
    about: str = ""
    """Which of the learner's tensors `{x}` is, see `Scene.find`; empty: the first."""

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return re.compile(self.pattern, re.DOTALL), re.compile(self.line)

    def tell(self, error: str, message: str, source: str, scene: Scene = NOTHING) -> str:
        """The words for this error, or "" when the hint is for another one. `source`: the failing line."""
        if self.errors and error not in self.errors:
            return ""
        said, written = self._patterns[0].search(message), self._patterns[1].search(source)
        if said is None or written is None:
            return ""
        found = said.groupdict("") | written.groupdict("")
        facts = scene.names(self.about, found) | {"close": ", ".join(scene.close)} | found
        return self.words(facts) if callable(self.words) else self.words.format_map(facts)
