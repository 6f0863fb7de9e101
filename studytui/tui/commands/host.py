"""What a screen or the app needs to carry commands."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.css.query import NoMatches

from studytui.tui.commands.command import AnyCommand, Command, bindings


class CommandHost:
    """Mixin for screens and the app: list the command classes in `ACTIONS`, everything else follows.

    Put it before the Textual class among the bases, so that `BINDINGS` are set before Textual merges them.
    """

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = ()
    _commands: ClassVar[dict[str, Command[Any]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        own = cls.__dict__.get("ACTIONS", ())
        inherited: dict[str, Command[Any]] = {}
        for base in reversed(cls.__mro__[1:]):  # the nearest base has the last word, as with methods
            inherited |= base.__dict__.get("_commands", {})
        cls._commands = inherited | {command.id: command() for command in own}
        if own:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", []), *bindings(own)]  # type: ignore[attr-defined]
        super().__init_subclass__(**kwargs)

    async def action_command(self, command_id: str) -> None:
        """Carry out the command with this id, if it is one that can be done now."""
        if self._available(command_id):
            await self._commands[command_id].act(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Textual asks here whether a binding is live; the command answers."""
        if action == "command" and parameters and parameters[0] in self._commands:
            return self._available(str(parameters[0]))
        return super().check_action(action, parameters)  # type: ignore[misc, no-any-return]

    def known(self) -> list[Command[Any]]:
        """Every command, those that cannot be done at the moment too; help explains them all."""
        return list(self._commands.values())

    def offered(self) -> list[Command[Any]]:
        """The commands that can be done now: what the palette lists."""
        return [command for command in self._commands.values() if self._available(command.id)]

    def _available(self, command_id: str) -> bool | None:
        """What the command says; False while what it is about is not on the screen, or about to go."""
        try:
            return self._commands[command_id].available(self)
        except NoMatches:
            return False
