"""Copy what a run gave back, to paste it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command
from studytui.tui.typed import host
from studytui.tui.widgets.output.pane import OutputPane
from studytui.tui.widgets.plot_pane import PlotPane
from studytui.tui.widgets.results.page import pictures
from studytui.tui.widgets.results.values import ValuesPane

if TYPE_CHECKING:
    from studytui.tui.widgets.results.results import Results


class CopyShown(Command["Results"]):
    """Copy all of the pane's text: what was printed, the values, or the plot in letters; says where to."""

    id = "copy-shown"
    label = "Copy"
    keys = "y"
    footer = False

    def available(self, target: Results) -> bool | None:
        return bool(target.code)

    async def act(self, target: Results) -> None:
        if text := shown(target):
            target.app.copy_to_clipboard(text)
        else:
            host(target).say("There is nothing here to copy")


def shown(results: Results) -> str:
    """The text of the pane that is shown, all of it."""
    pane = results.pane
    if isinstance(pane, OutputPane):
        return pane.tape.plain()
    if isinstance(pane, PlotPane):
        return "\n\n".join(f"{words}\n{picture.plain()}" for words, picture in pictures(pane.album))
    assert isinstance(pane, ValuesPane)
    return pane.text
