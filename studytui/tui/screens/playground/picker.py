"""The list of snippets: open, create, rename, delete and bring back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from studytui.errors import StorageError
from studytui.study.snippets import Snippets
from studytui.study.snippets.names import clean_name, free_name, name_problem
from studytui.study.snippets.templates import TEMPLATES
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.playground.picker_commands import PICKER_COMMANDS
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter

LIST, BEGIN = "Your snippets, last changed first", "Begin a snippet with (Enter)"
Result = TypeVar("Result")


class SnippetPicker(CommandHost, ModalScreen[str | None]):
    """Dismissed with the name to open, or None."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = PICKER_COMMANDS
    HELP: ClassVar[str] = "Your snippets are plain files in one folder. A deleted one can be brought back."
    DEFAULT_CSS = """
    SnippetPicker {
        align: center middle;
        & > Vertical { width: 60; max-width: 100%; height: auto; max-height: 80%; background: $panel;
            padding: 0 1; }
        & OptionList { height: auto; max-height: 14; border: none; background: $panel;
            &:focus { border: none; } }
        & Input { height: 1; border: none; display: none; }
        & .picker-words { color: $text-muted; height: auto; }
        &.-naming Input { display: block; }
        & #templates { display: none; }
        &.-templates #templates { display: block; }
        &.-templates #snippets { display: none; }
    }
    """

    def __init__(self, snippets: Snippets, current: str) -> None:
        super().__init__()
        self._snippets = snippets
        self._current = current
        self._renaming: str | None = None
        self._trashed: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(LIST, classes="picker-words", id="picker-title", markup=False)
            yield OptionList(id="snippets")
            yield OptionList(id="templates")
            yield Input(placeholder="a name", compact=True)
            yield Static("", classes="picker-words", id="picker-note", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        self.fill()

    @property
    def chosen(self) -> str | None:
        """The snippet under the cursor."""
        options = self.query_one("#snippets", OptionList)
        return None if options.highlighted is None else options.get_option_at_index(options.highlighted).id

    @property
    def naming(self) -> bool:
        """Whether a name is being typed, or a template chosen."""
        return self.has_class("-naming") or self.has_class("-templates")

    @property
    def can_restore(self) -> bool:
        """Whether something was deleted here."""
        return self._trashed is not None

    def fill(self, words: str = "") -> None:
        """Show the snippets there are, and words below them."""
        options = self.query_one("#snippets", OptionList)
        options.clear_options()
        names = self._tell(self._snippets.names) or ()
        for name in names:
            mark = "  (open)" if name == self._current else ""
            options.add_option(Option(Content(f"{name}{mark}"), id=name))
        options.highlighted = 0 if names else None
        options.focus()
        empty = "" if names else "None saved yet: n begins one."
        self.query_one("#picker-note", Static).update(words or empty)
        self.refresh_bindings()

    def ask_name(self, renaming: str | None) -> None:
        """Ask for the name of a new snippet, or the new name of this one."""
        self._renaming = renaming
        self.add_class("-naming")
        field = self.query_one(Input)
        field.value = renaming or ""
        field.focus()

    def show_templates(self) -> None:
        """Let the learner begin with a small program."""
        self.add_class("-templates")
        self.query_one("#picker-title", Static).update(BEGIN)
        options = self.query_one("#templates", OptionList)
        options.clear_options()
        options.add_options(Option(Content(f"{one.name:<16} {one.words}")) for one in TEMPLATES)
        options.highlighted = 0
        options.focus()
        self.refresh_bindings()

    def stop_naming(self) -> None:
        """No new name after all."""
        self.remove_class("-naming", "-templates")
        self.query_one("#picker-title", Static).update(LIST)
        self.fill()

    def delete(self) -> None:
        """Put the chosen snippet in the trash."""
        name = self.chosen
        if name is not None:
            self._trashed = self._tell(lambda: self._snippets.delete(name)) or self._trashed
            self.fill(f"Deleted {name}; u brings it back.")

    def restore(self) -> None:
        """Take the snippet deleted last out of the trash."""
        trashed, self._trashed = self._trashed, None
        if trashed is not None:
            self._tell(lambda: self._snippets.restore(trashed))
            self.fill()

    @on(OptionList.OptionSelected, "#templates")
    def _begin_with(self, event: OptionList.OptionSelected) -> None:
        template = TEMPLATES[event.option_index]
        name = free_name(template.name, self._tell(self._snippets.names) or ())
        if self._tell(lambda: self._snippets.save(name, template.code)) is not None:
            self.dismiss(name)

    @on(OptionList.OptionSelected, "#snippets")
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        name = clean_name(event.value)
        if words := name_problem(name):
            self.query_one("#picker-note", Static).update(words)
        elif self._renaming is None:
            self.dismiss(name)
        else:
            self._rename(self._renaming, name)

    def _rename(self, old: str, new: str) -> None:
        if self._tell(lambda: self._snippets.rename(old, new)) is None:
            return
        store = host(self).store
        draft = store.draft("", old)
        if draft is not None:
            store.save_draft("", new, draft)
            store.drop_draft("", old)
        self.remove_class("-naming")
        if old == self._current:
            self.dismiss(new)
        else:
            self.fill(f"{old} is {new} now.")

    def _tell(self, do: Callable[[], Result]) -> Result | None:
        """Do it; where the disk refuses, say so and give None."""
        try:
            return do()
        except StorageError as error:
            host(self).say(str(error), "error")
            return None
