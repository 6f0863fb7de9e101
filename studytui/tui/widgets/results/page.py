"""A run as a page to keep: the code as it was run, what it printed, its plots as text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studytui.errors import StorageError
from studytui.plot import draw
from studytui.plot.export import Told
from studytui.study.exports import ExportFolder, saved
from studytui.tui.commands.command import Command
from studytui.tui.typed import host
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.plot_album import Album

if TYPE_CHECKING:
    from studytui.plot import Picture
    from studytui.tui.widgets.results.results import Results

WIDTH, HEIGHT = 80, 18


class SaveRun(Command["Results"]):
    """Save the code with its output and plots as Markdown; says where, and never overwrites."""

    id = "save-run"
    label = "Save run"
    keys = "m"

    def available(self, target: Results) -> bool | None:
        return bool(target.code)

    async def act(self, target: Results) -> None:
        try:
            host(target).say(saved([ExportFolder().save_run(told(target))]))
        except StorageError as error:
            host(target).say(str(error), "error")


def code_beside(results: Results) -> str:
    """The text of the editor on the same screen."""
    return next((editor.text for editor in results.screen.query(CodeEditor)), "")


def told(results: Results) -> Told:
    """All that the panes hold."""
    return Told(
        title=results.title,
        code=results.code,
        output=results.output.tape.plain(),
        ending=results.bar.state[0],
        pictures=pictures(results.plot.album),
    )


def pictures(album: Album) -> tuple[tuple[str, Picture], ...]:
    """Every sheet as text, without crosshair."""
    view = replace(album.view, crosshair=None, low=None, high=None)
    return tuple((sheet.words, draw(sheet.chart(view, WIDTH, None), WIDTH, HEIGHT)) for sheet in album.sheets)
