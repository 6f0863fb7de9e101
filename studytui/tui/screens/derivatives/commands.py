"""What can be done with a function and its derivatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.derivatives.screen import DerivativesScreen


class Draw(Command["DerivativesScreen"]):
    """Compute and draw; Enter in an input does the same."""

    id = "run"
    label = "Draw"
    keys = "f5,ctrl+j"
    even_while_typing = True

    async def act(self, target: DerivativesScreen) -> None:
        target.compute()


class ChangeFunction(Command["DerivativesScreen"]):
    """Change f(x)."""

    id = "derivatives-edit"
    label = "Edit f"
    keys = "enter,slash"

    def available(self, target: DerivativesScreen) -> bool | None:
        return not target.typing

    async def act(self, target: DerivativesScreen) -> None:
        target.edit()


class ToggleF(Command["DerivativesScreen"]):
    """Show or hide f itself."""

    id = "order-0"
    label = "f"
    keys = "4"
    footer = False
    order: ClassVar[int] = 0

    def available(self, target: DerivativesScreen) -> bool | None:
        return not target.typing

    async def act(self, target: DerivativesScreen) -> None:
        target.toggle(self.order)


class ToggleFirst(ToggleF):
    """Show or hide the first derivative."""

    id = "order-1"
    label = "f′"
    keys = "1"
    order = 1


class ToggleSecond(ToggleF):
    """Show or hide the second derivative."""

    id = "order-2"
    label = "f″"
    keys = "2"
    order = 2


class ToggleThird(ToggleF):
    """Show or hide the third derivative."""

    id = "order-3"
    label = "f‴"
    keys = "3"
    order = 3


class ShowFormulas(Command["DerivativesScreen"]):
    """Show or hide the formulas, as sympy has them, with the numerical check of each."""

    id = "derivatives-formulas"
    label = "Formulas"
    keys = "f"

    def available(self, target: DerivativesScreen) -> bool | None:
        return not target.typing

    async def act(self, target: DerivativesScreen) -> None:
        target.toggle_formulas()


class Leave(Command["DerivativesScreen"]):
    """From the inputs to the picture, and from there back."""

    id = "derivatives-leave"
    label = "Back"
    keys = "escape"

    async def act(self, target: DerivativesScreen) -> None:
        target.leave()


DERIVATIVES_COMMANDS = (
    Draw,
    ChangeFunction,
    ShowFormulas,
    ToggleFirst,
    ToggleSecond,
    ToggleThird,
    ToggleF,
    Leave,
)
