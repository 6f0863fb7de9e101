"""f, f′, f″ and f‴ of any line in x, evaluated by autograd in a run of its own."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Label, Static

from studytui.plot.formulas import formula_line, formula_text
from studytui.runner.events import AnyEvent, Derivatives, Failed, Finished, Status
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.running import RunSession
from studytui.tui.screens.derivatives.commands import DERIVATIVES_COMMANDS
from studytui.tui.screens.derivatives.function import FIRST, ORDERS, Function, read_function
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.plot_pane import PlotPane
from studytui.tui.work import EndsItsWork

KEPT = "derivatives-last"
BESIDE = 110
"""From this width on formulas have room beside the picture."""


class DerivativesScreen(CommandHost, EndsItsWork, Screen[None]):
    """Two inputs, a picture, and what is to be said about kinks, gaps and the numerical check."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = DERIVATIVES_COMMANDS
    HELP: ClassVar[str] = (
        "Any function of x. Arrows read values and lay the tangent; 1, 2, 3 choose derivatives, "
        "f shows formulas."
    )
    DEFAULT_CSS = """
    DerivativesScreen {
        & .inputs { height: 1; }
        & .result { height: 1fr; }
        & Label { color: $text-muted; padding: 0 1; }
        & Input { border: none; height: 1; padding: 0 1; background: $surface; width: 1fr;
            &:focus { border: none; background: $panel; } }
        & #span { width: 16; }
        & #formulas { display: none; width: 1fr; padding: 0 1; scrollbar-size-vertical: 1;
            & > Static { width: auto; } }
        &.-formulas #formulas { display: block; }
        &.-formulas.-narrow PlotPane { display: none; }
        & #notes { height: auto; max-height: 5; padding: 0 1; color: $text-muted; }
        & #notes.-bad { color: $text-error; }
    }
    """

    def __init__(self, function: Function | None = None) -> None:
        """`function`: what to begin with; None: what was drawn last."""
        super().__init__()
        self._first = function
        self.shown = set(range(ORDERS))
        self.session = RunSession(self, self._hear, self._complain)
        self._data: Derivatives | None = None

    def compose(self) -> ComposeResult:
        yield StudyHeader("Derivatives")
        with Horizontal(classes="inputs"):
            yield Label("f(x) =", markup=False)
            yield Input(id="f", compact=True, select_on_focus=False)
            yield Label("x from, to", markup=False)
            yield Input(id="span", compact=True, select_on_focus=False)
        with Horizontal(classes="result"):
            yield PlotPane(empty="Type a function of x, for example torch.exp(-x**2), and press Enter.")
            with VerticalScroll(id="formulas", can_focus=False):
                yield Static("", markup=False)
        yield Static("", id="notes", markup=False)
        yield KeyFooter()

    def on_resize(self) -> None:
        """Beside the picture where there is room, else in its place."""
        self.set_class(self.size.width < BESIDE, "-narrow")

    def on_mount(self) -> None:
        """Begin with what was drawn last."""
        self.set_class(self.app.size.width >= BESIDE, "-formulas")
        function = self._first or self._kept()
        for field in self.query(Input):
            field.cursor_blink = not host(self).remote
        self.query_one("#f", Input).value = function.f
        self.query_one("#span", Input).value = f"{function.low:g} {function.high:g}"
        self.query_one(PlotPane).focus()
        self.compute()

    @property
    def typing(self) -> bool:
        """Whether the keys go into an input."""
        return isinstance(self.focused, Input)

    def edit(self) -> None:
        """Put the cursor into f(x)."""
        self.query_one("#f", Input).focus()

    def compute(self) -> None:
        """Evaluate what the inputs say, in a run."""
        function = read_function(self.query_one("#f", Input).value, self.query_one("#span", Input).value)
        if isinstance(function, str):
            self._complain(function)
            return
        host(self).store.set_setting(KEPT, [function.f, function.low, function.high])
        self._data = None
        self._say("… computing")
        self.session.start(function.request())

    def toggle(self, order: int) -> None:
        """Show or hide f (0) or a derivative; the last one stays."""
        if self.shown != {order}:
            self.shown ^= {order}
            self._draw()

    def toggle_formulas(self) -> None:
        """Show or hide what sympy found."""
        self.toggle_class("-formulas")

    def leave(self) -> None:
        """From typing to the picture, from there back."""
        if self.typing:
            self.query_one(PlotPane).focus()
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.compute()

    def _hear(self, event: AnyEvent) -> None:
        if isinstance(event, Derivatives):
            self._data = event
            self._draw()
            self._say("\n".join(filter(None, (formula_line(event), *event.notes))))
            self.query_one("#formulas Static", Static).update(formula_text(event))
            self.query_one(PlotPane).focus()
        elif isinstance(event, Failed):
            self._complain(f"{event.error}: {event.message}" + (f"\n{event.hint}" if event.hint else ""))
        elif isinstance(event, Finished) and self._data is None and event.status is not Status.ERROR:
            self._complain(event.message or "The run ended without a result: F5 tries again")

    def _draw(self) -> None:
        if self._data is not None:
            self.query_one(PlotPane).show_derivatives(self._data, self.shown)

    def _say(self, words: str, bad: bool = False) -> None:
        line = self.query_one("#notes", Static)
        line.set_class(bad, "-bad")
        line.update(words)

    def _complain(self, words: str) -> None:
        self._say(f"✗ {words}", bad=True)

    def _kept(self) -> Function:
        kept = host(self).store.setting(KEPT)
        match kept:
            case [str(f), int() | float() as low, int() | float() as high]:
                return Function(f, float(low), float(high))
        return FIRST
