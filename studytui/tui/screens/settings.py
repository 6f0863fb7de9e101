"""`,`: every setting with what it is for; Enter changes one. The file stays the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from studytui.errors import StudytuiError
from studytui.settings import file
from studytui.settings.fields import Field, fields
from studytui.settings.tables import HOW, table_fields, value_of, wrong_key
from studytui.tui.commands.command import AnyCommand, Command
from studytui.tui.commands.host import CommandHost
from studytui.tui.preferences import follow
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader

if TYPE_CHECKING:
    from studytui.tui.app import StudyApp

NOW = ("theme", "quiet", "lean", "new_per_day")
"""What changes at once; the rest with the next start."""


class Change(Command["SettingsScreen"]):
    """Change this setting: the next choice, or a line to type into."""

    id = "change"
    label = "Change"
    keys = "enter"
    even_while_typing = True  # before the list, which would take the key; not while a value is typed

    def available(self, target: SettingsScreen) -> bool:
        return target.list.has_focus

    async def act(self, target: SettingsScreen) -> None:
        target.change()


class Default(Command["SettingsScreen"]):
    """Set this one back to what it is by itself."""

    id = "default"
    label = "Default"
    keys = "backspace"

    def available(self, target: SettingsScreen) -> bool:
        return target.list.has_focus

    async def act(self, target: SettingsScreen) -> None:
        target.put(None)


class Back(Command["SettingsScreen"]):
    """Back to where you were; a line that is being typed is left as it was."""

    id = "back"
    label = "Back"
    keys = "escape"

    async def act(self, target: SettingsScreen) -> None:
        target.back()


class SettingsScreen(CommandHost, Screen[None]):
    """A list of settings, what the one under the cursor is for, and a line for what has to be typed."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = (Change, Default, Back)
    HELP: ClassVar[str] = "Settings"
    DEFAULT_CSS = """
    SettingsScreen {
        & OptionList, & OptionList:focus { height: 1fr; border: none; padding: 0 1; }
        & #about { height: auto; max-height: 6; padding: 0 1; background: $surface; }
        & Input, & Input:focus { display: none; height: 1; border: none; }
        &.typing Input, &.typing Input:focus { display: block; }
    }
    """

    def compose(self) -> ComposeResult:
        yield StudyHeader("Settings")
        yield OptionList(id="settings")
        yield Static("", id="about", markup=False)
        yield Input(id="value")
        yield KeyFooter()

    @property
    def list(self) -> OptionList:
        """The list of settings."""
        return self.query_one(OptionList)

    @property
    def study(self) -> StudyApp:
        """The app, as what it is."""
        from studytui.tui.app import StudyApp

        assert isinstance(self.app, StudyApp)
        return self.app

    @property
    def field(self) -> Field:
        """The setting under the cursor."""
        return self.fields[self.list.highlighted or 0]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every row: the settings, then the profiles and the keys of one's own."""
        return (*fields(), *table_fields(self.study.settings))

    def on_mount(self) -> None:
        self._show()
        self.list.focus()

    def on_option_list_option_highlighted(self) -> None:
        """Say what this one is for."""
        self._tell()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed; a wrong value is named and stays there to be mended."""
        kind, text = self.field.type, event.value.strip()
        number = kind is int and text.lstrip("-").isdigit()
        if self.put(int(text) if number else text or None):
            self._end_typing()

    def change(self) -> None:
        """The next choice, or a line to type into."""
        field = self.field
        now = str(value_of(self.study.settings, field.name))
        if field.fixed:
            self.study.say(HOW[field.name])
        elif field.choices:
            at = (field.choices.index(now) + 1) % len(field.choices)
            self.put(field.choices[at])
        else:
            line = self.query_one(Input)
            line.value = now
            line.cursor_blink = False
            self.add_class("typing")
            line.focus()

    def put(self, value: Any) -> bool:
        """Write it into the file and follow it. False, with the reason said, when it cannot be."""
        if self.field.fixed:
            return False
        if wrong := wrong_key(self.field.name, str(value or "")):
            self.study.say(wrong, "error")
            return False
        try:
            settings = file.change(self.field.name, value)
        except StudytuiError as error:
            self.study.say(str(error), "error")
            return False
        follow(self.study, settings)
        self._show()
        return True

    def back(self) -> None:
        """Out of the line, or off the screen."""
        if self.has_class("typing"):
            self._end_typing()
        else:
            self.dismiss(None)

    def _end_typing(self) -> None:
        self.remove_class("typing")
        self.list.focus()

    def _show(self) -> None:
        at = self.list.highlighted or 0
        wide = max(len(each.name) for each in self.fields) + 2
        self.list.set_options(Option(self._row(each, wide)) for each in self.fields)
        self.list.highlighted = min(at, len(self.fields) - 1)
        self._tell()

    def _row(self, field: Field, wide: int) -> Text:
        value = str(value_of(self.study.settings, field.name)) or "—"
        return Text.assemble(f"{field.name:<{wide}}", (value, "bold"), overflow="ellipsis", no_wrap=True)

    def _tell(self) -> None:
        field = self.field
        choices = f"\nOne of {', '.join(field.choices)}." if field.choices else ""
        now = field.fixed or field.name in NOW or field.name.startswith("keys.")
        when = "" if now else " From the next start on."
        self.query_one("#about", Static).update(f"{field.help}{when}{choices}\n{file.path()}")
