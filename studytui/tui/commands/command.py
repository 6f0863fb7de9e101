"""A command is a class: one definition feeds the binding, the footer, the palette and the help screen.

    class RunCode(Command["LessonScreen"]):
        \"\"\"Run the code in the editor in a fresh process.\"\"\"
        id = "run"
        keys = "f5,ctrl+j"
        label = "Run"

        async def act(self, screen): await screen.run_code()

The first line of the docstring is the help. `id` is what a key map rebinds.
"""

from __future__ import annotations

import inspect
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import Binding

Target = TypeVar("Target")


class Command(Generic[Target]):
    """Something the learner can do on a screen (the target)."""

    id: ClassVar[str]
    label: ClassVar[str]
    keys: ClassVar[str] = ""
    """Comma-separated keys; the first is shown. Empty: palette only."""
    footer: ClassVar[bool] = True
    """Whether the footer shows it."""
    even_while_typing: ClassVar[bool] = False
    """Whether the key comes before what the focused widget would do with it, an editor for one."""

    def available(self, target: Target) -> bool | None:
        """True: can be done now; None: shown greyed out; False: hidden."""
        return True

    async def act(self, target: Target) -> None:
        """Do it."""
        raise TypeError(f"{type(self).__name__} defines no act()")

    @classmethod
    def help(cls) -> str:
        """What it does, in one sentence."""
        return (inspect.getdoc(cls) or cls.label).splitlines()[0]

    @classmethod
    def binding(cls) -> Binding | None:
        """The key binding, or None when it has no key."""
        if not cls.keys:
            return None
        return Binding(
            cls.keys,
            f"command('{cls.id}')",
            cls.label,
            show=cls.footer,
            id=cls.id,
            tooltip=cls.help(),
            priority=cls.even_while_typing,
        )


AnyCommand = type[Command[Any]]


def bindings(commands: tuple[AnyCommand, ...]) -> list[Binding]:
    """The bindings of several commands, in order."""
    return [binding for command in commands if (binding := command.binding()) is not None]
