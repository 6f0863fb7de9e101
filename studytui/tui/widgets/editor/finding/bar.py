"""One line below the editor: what to find, where one is among the matches, what to put instead."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static, TextArea
from textual.widgets.text_area import Selection

from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.typed import host
from studytui.tui.widgets.editor.finding.commands import FIND_COMMANDS
from studytui.tui.widgets.editor.finding.search import Match, Search


class FindBar(CommandHost, Horizontal):
    """Hidden until `open`. Matches are selected in the editor, while the keys stay here."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = FIND_COMMANDS
    HELP: ClassVar[str] = "Find: Enter goes on, Up goes back, Tab to what shall be put instead, Esc closes."
    DEFAULT_CSS = """
    FindBar { height: 1; display: none; padding: 0 1; background: $panel;
        &.-open { display: block; }
        & > Static { width: auto; color: $text-muted; }
        & > .state { max-width: 30; padding: 0 1; color: $text-accent; }
        & > .state.-none { color: $text-warning; }
        & > Input { width: 1fr; height: 1; border: none; padding: 0; }
    }
    """

    def __init__(self, editor: TextArea) -> None:
        super().__init__()
        self._editor = editor
        self._origin = (0, 0)
        self._regex = False

    def compose(self) -> ComposeResult:
        yield Static("Find ", markup=False)
        yield Input(compact=True, placeholder="text", classes="query")
        yield Static("", classes="state", markup=False)
        yield Static("with ", markup=False)
        yield Input(compact=True, placeholder="Tab: replace", classes="replacement")

    def on_mount(self) -> None:
        """The place among the matches follows the cursor and the text."""
        self.watch(self._editor, "selection", self.show_place, init=False)

    # What the commands ask for

    @property
    def replacing(self) -> bool:
        """Whether the keys are in the second field."""
        return self._field("replacement").has_focus

    def open(self) -> None:
        """Show it; a selection within one line is what will be looked for."""
        top, bottom = sorted(self._editor.selection)
        field = self._field("query")
        if top[0] == bottom[0] and top != bottom and not self.has_focus_within:
            field.value = self._editor.selected_text
        self._origin = top
        self.add_class("-open")
        self.screen.set_focus(field)  # at once: keys may already be waiting
        field.action_select_all()
        self.show_place()

    def close(self) -> None:
        """Hide it; the match stays selected and the keys are the editor's."""
        self.remove_class("-open")
        self.screen.set_focus(self._editor)

    def switch_field(self) -> None:
        """From what to find to what to put instead, or back."""
        self.screen.set_focus(self._field("query" if self.replacing else "replacement"))
        self.refresh_bindings()

    def toggle_regex(self) -> None:
        """Read the query as a regular expression, or as it stands."""
        self._regex = not self._regex
        self._look_from(self._origin)

    def step(self, by: int) -> None:
        """Go to the next match, or the previous one; around the ends."""
        matches, top = self._matches(), min(self._editor.selection)
        if not matches:
            return
        here = self._place(matches)
        if here is None:
            above = sum(1 for match in matches if (match.row, match.start) < top)
            here = above - 1 if by > 0 else above
        self._select(matches[(here + by) % len(matches)])

    def replace_match(self) -> None:
        """Replace the match that is selected and go to the next; select one if none is."""
        matches = self._matches()
        here = self._place(matches)
        if here is None or not self._replace([matches[here]]):
            self.step(1)
            return
        row, column = max(self._editor.selection)
        self._editor.move_cursor((row, column))
        self._look_from((row, column))

    def replace_all(self) -> None:
        """Replace every match, as one change that undo takes back."""
        matches = self._matches()
        if matches and self._replace(matches):
            lines = len({match.row for match in matches})
            host(self).say(f"Replaced {len(matches)} in {lines} line{'s' if lines > 1 else ''}.")

    # What happens

    @on(Input.Changed, ".query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._look_from(self._origin)

    @on(Input.Changed, ".replacement")
    def _typed_replacement(self, event: Input.Changed) -> None:
        event.stop()

    def show_place(self) -> None:
        """`3/12`, or why there is none."""
        if not self.has_class("-open"):
            return
        search, matches = self._search, self._matches()
        here = self._place(matches)
        words = f"{'–' if here is None else here + 1}/{len(matches)}"
        if not matches:
            words = search.trouble or ("none" if search.query else "")
        state = self.query_one(".state", Static)
        state.set_class(not matches, "-none")
        state.update(f"{'regex ' if self._regex else ''}{words}")

    # How it is done

    @property
    def _search(self) -> Search:
        return Search(self._field("query").value, self._regex)

    def _field(self, name: str) -> Input:
        return self.query_one(f".{name}", Input)

    def _matches(self) -> list[Match]:
        return self._search.matches(self._editor.document.lines)

    def _place(self, matches: list[Match]) -> int | None:
        """Which match is selected."""
        top, bottom = sorted(self._editor.selection)
        chosen = Match(top[0], top[1], bottom[1])
        return matches.index(chosen) if top[0] == bottom[0] and chosen in matches else None

    def _look_from(self, place: tuple[int, int]) -> None:
        """Select the first match from here on."""
        matches = self._matches()
        later = [match for match in matches if (match.row, match.start) >= place]
        if found := (later or matches)[:1]:
            self._select(found[0])
        self.show_place()

    def _select(self, match: Match) -> None:
        self._editor.selection = Selection((match.row, match.start), (match.row, match.end))
        self._editor.scroll_cursor_visible(center=True)

    def _replace(self, matches: list[Match]) -> bool:
        """Put the replacement in their places; whether it could be done."""
        lines, by, search = list(self._editor.document.lines), self._field("replacement").value, self._search
        if self._editor.read_only:
            host(self).say("This code cannot be changed.", "warning")
            return False
        try:
            for match in reversed(matches):
                line = lines[match.row]
                text = search.replaced(line, match, by)
                lines[match.row] = line[: match.start] + text + line[match.end :]
        except (re.error, IndexError) as error:
            host(self).say(f"The replacement names no group of the query: {error}", "warning")
            return False
        first, last = matches[0].row, matches[-1].row
        end = max(self._editor.selection)[1] + len(lines[last]) - len(self._editor.document[last])
        changed = "\n".join(lines[first : last + 1])
        self._editor.replace(changed, (first, 0), (last, len(self._editor.document[last])))
        self._editor.move_cursor((last, max(0, end)))
        return True
