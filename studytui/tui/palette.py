"""What Ctrl+P finds: the commands within reach, and every lesson."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from studytui.tui.commands.command import Command
from studytui.tui.commands.gather import reachable
from studytui.tui.commands.host import CommandHost
from studytui.tui.keys import keys_of
from studytui.tui.typed import host

STEPS = 12
"""Steps offered for a query; the library's search shows all."""
Entry = tuple[str, Callable[[], Any], str]


class CommandsProvider(Provider):
    """The commands of the focused widget, its screen and the app, with their keys."""

    async def discover(self) -> Hits:
        """All of them."""
        for text, act, help_text in self._entries():
            yield DiscoveryHit(text, act, help=help_text)

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for text, act, help_text in self._entries():
            if (score := matcher.match(f"{text} {help_text}")) > 0:
                yield Hit(score, matcher.highlight(text), act, help=help_text)

    def _entries(self) -> Iterator[Entry]:
        for carrier, command in reachable(self.screen):
            keys = keys_of(command, host(self.screen).settings.keys)
            key = f"  {keys[0]}" if keys else ""
            yield f"{command.label}{key}", partial(carry_out, carrier, command), command.help()


class LessonsProvider(Provider):
    """Every lesson, by title and objectives."""

    async def search(self, query: str) -> Hits:
        """Lessons that match."""
        matcher = self.matcher(query)
        app = host(self.screen)
        for lesson in app.library.lessons:
            if (score := matcher.match(f"{lesson.title} {lesson.id}")) > 0:
                text = f"Lesson: {lesson.title}"
                yield Hit(score, text, partial(app.open_lesson, lesson.id), help="; ".join(lesson.objectives))


class StepsProvider(Provider):
    """Steps by what they say: text, code, claims, errors."""

    async def startup(self) -> None:
        """Read the lessons once for this opening of the palette."""
        from studytui.tui.screens.library.search import index_of

        self._index = index_of(host(self.screen).library)

    async def search(self, query: str) -> Hits:
        """Steps where all the words stand; nothing for a word of a letter or two."""
        app = host(self.screen)
        if len(query.strip()) < 3:
            return
        for place, hit in enumerate(self._index.find(query)[:STEPS]):
            text = f"In {hit.lesson.title}: {hit.excerpt}"
            yield Hit(0.5 - place / 1000, Text(text), partial(app.open_lesson, hit.lesson.id, hit.place))


async def carry_out(carrier: CommandHost, command: Command[Any]) -> None:
    """Do a command after the palette has gone."""
    await carrier.action_command(command.id)
