"""What can be done at every step with code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from studytui.tui.commands.command import Command
from studytui.tui.external import edit_outside
from studytui.tui.typed import host

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.steps.code import CodeView


class RunCode(Command["CodeView"]):
    """Run the code in a fresh process; twice quickly: stop it and start again."""

    id = "run"
    label = "Run"
    keys = "f5,ctrl+j"

    async def act(self, target: CodeView) -> None:
        await target.run_code()


class StopCode(Command["CodeView"]):
    """Interrupt the run, as Ctrl+C would; once more: kill it."""

    id = "stop"
    label = "Stop"
    keys = "f6"
    even_while_typing = True

    def available(self, target: CodeView) -> bool | None:
        return True if target.session.running else None

    async def act(self, target: CodeView) -> None:
        target.session.stop()


class EditCode(Command["CodeView"]):
    """Change the code; Esc leaves the editor again."""

    id = "edit"
    label = "Edit"
    keys = "enter"
    even_while_typing = True  # done before the next key is looked at, which is for the editor already

    def available(self, target: CodeView) -> bool | None:
        return not isinstance(target.screen.focused, TextArea | Input)

    async def act(self, target: CodeView) -> None:
        target.screen.set_focus(target.editor)  # at once, so that what is typed next is not lost


class FullEditor(Command["CodeView"]):
    """Give the editor the whole screen, or take it back."""

    id = "full-editor"
    label = "Editor"
    keys = "f2"
    footer = False

    async def act(self, target: CodeView) -> None:
        target.full("editor")


class FullPlot(Command["CodeView"]):
    """Give the plot the whole screen, or take it back."""

    id = "full-plot"
    label = "Plot"
    keys = "f3"
    footer = False

    async def act(self, target: CodeView) -> None:
        if not target.has_class("-results-full"):
            target.results.choose(1)
        target.full("results")


class Inspect(Command["CodeView"]):
    """Look closely at the variables after the run: memory, numbers, graph, modules."""

    id = "inspect"
    label = "Inspect"
    keys = "f4"

    async def act(self, target: CodeView) -> None:
        from studytui.tui.screens.inspector import InspectorScreen

        results = target.results
        if results.variables:
            await target.app.push_screen(InspectorScreen(results.variables, results.closer))
        else:
            host(target).say("There are no variables to look at yet: run the code with F5 first.")


class HuntNan(Command["CodeView"]):
    """Run again, slowly, and stop at the operation that makes the first nan."""

    id = "hunt-nan"
    label = "Find nan"
    keys = "f11"
    even_while_typing = True

    def available(self, target: CodeView) -> bool | None:
        return target.results.saw_nan

    async def act(self, target: CodeView) -> None:
        target.hunt_nan()


class AskConsole(Command["CodeView"]):
    """Ask the finished process about its values, in Python; it stays ten minutes, or until the next run."""

    id = "ask"
    label = "Ask"
    keys = "ctrl+t"
    even_while_typing = True

    def available(self, target: CodeView) -> bool | None:
        return target.session.console is not None

    async def act(self, target: CodeView) -> None:
        target.question()


class NextResult(Command["CodeView"]):
    """Show the next of output, plot and values."""

    id = "next-result"
    label = "Output/plot/values"
    keys = "t"
    footer = False

    async def act(self, target: CodeView) -> None:
        target.results.choose((target.results.bar.shown + 1) % 3)


class ResetCode(Command["CodeView"]):
    """Put the lesson's own code back (undo in the editor brings yours back)."""

    id = "reset"
    label = "Reset"
    keys = "r"

    def available(self, target: CodeView) -> bool | None:
        return target.edited

    async def act(self, target: CodeView) -> None:
        target.reset()


class LiveMode(Command["CodeView"]):
    """Run while you type, whenever the code is complete Python."""

    id = "live"
    label = "Live"
    keys = "f8"

    async def act(self, target: CodeView) -> None:
        target.toggle_live()


class OutsideEditor(Command["CodeView"]):
    """Edit the code in $EDITOR."""

    id = "outside-editor"
    label = "$EDITOR"
    keys = "ctrl+e"
    footer = False
    even_while_typing = True

    async def act(self, target: CodeView) -> None:
        edit_outside(target.editor)


CODE_COMMANDS = (
    RunCode,
    StopCode,
    EditCode,
    Inspect,
    HuntNan,
    AskConsole,
    ResetCode,
    LiveMode,
    FullEditor,
    FullPlot,
    NextResult,
    OutsideEditor,
)
