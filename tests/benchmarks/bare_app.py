"""A bare Textual app with the widgets of our library screen: what first paint is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, OptionList, Static


class BareApp(App[None]):
    """A title, a line, a list and a footer; nothing behind them."""

    BINDINGS = [("f5", "nothing", "Run")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("bare")
        yield Static("a line of text")
        yield OptionList(*[f"lesson {number}" for number in range(8)])
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
