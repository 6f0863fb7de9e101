"""On terminals that know few letters, everything that is sent is changed to those: borders, curves, words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from studytui.terminal import few_letters

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

    from studytui.plot.terminal import Letters

    Base = App[Any]
else:
    Base = object


class FewLetters(Base):
    """Put it before `App`, and before other mixins that choose a driver, among the bases."""

    def get_driver_class(self) -> type[Driver]:
        """The driver that would be used, behind a change of letters where the terminal needs one."""
        found = super().get_driver_class()
        if not few_letters(os.environ):
            return found
        from studytui.plot.terminal import letters

        change = letters(os.environ)
        return _changing(found, change) if change else found


def _changing(driver: type[Driver], change: Letters) -> type[Driver]:
    """A driver that changes text on its way out; escape sequences are ASCII, which stays as it is."""

    class ChangingDriver(driver):  # type: ignore[valid-type, misc]
        def write(self, data: str) -> None:
            super().write(change(data))

    return ChangingDriver
