"""A Python editor for small programs: keeps indentation, Tab indents, Escape leaves, errors are marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from textwrap import dedent
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from studytui.tui.typed import host
from studytui.tui.widgets.editor.brackets import PAIRS, empty_pair, partner, types_over
from studytui.tui.widgets.editor.comments import toggled
from studytui.tui.widgets.editor.completer import Completer
from studytui.tui.widgets.editor.indent import WIDTH, back_to_stop, next_indent, shifted
from studytui.tui.widgets.editor.line_notes import LineNotes
from studytui.tui.widgets.editor.pasting import as_python

MARK = "✗"


OURS = {"f6", "f7", "home,ctrl+a"}
"""Keys that mean something else here: stop and check wherever the learner is, and select all."""


class CodeEditor(TextArea, inherit_bindings=False):
    """TextArea for Python. Posts `Left` when Escape is pressed."""

    DEFAULT_CSS = """
    CodeEditor { height: 1fr; border: none; padding: 0; scrollbar-size: 1 1; background: $surface;
        &:focus { border: none; }
        & > .editor--error { background: $error 25%; }
        & > .editor--error-mark { color: $text-error; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--error", "editor--error-mark"}
    BINDINGS: ClassVar[list[BindingType]] = [
        *(one for one in TextArea.BINDINGS if isinstance(one, Binding) and one.key not in OURS),
        Binding("shift+tab", "dedent", "Indent less", show=False),
        Binding("home", "cursor_line_start", "Go to line start", show=False),
        Binding("ctrl+a", "select_all", "Select all", show=False),
    ]

    class Left(Message):
        """The learner pressed Escape: the keys belong to the step again."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(
            text,
            language="python",
            theme="css",
            soft_wrap=False,
            tab_behavior="indent",
            show_line_numbers=True,
            id=id,
        )
        self.error_line: int | None = None
        self.line_notes = LineNotes()
        self.completer = Completer(self, lambda: self.before_cursor, self._complete_with)

    def on_mount(self) -> None:
        """Over SSH a blinking cursor would send bytes for ever."""
        self.cursor_blink = not host(self).remote

    def mark_error(self, line: int | None) -> None:
        """Mark this line (from 1) as the one that failed and bring it into view; None clears the mark."""
        self.error_line = line if line is not None and 1 <= line <= self.document.line_count else None
        self._line_cache.clear()
        self.refresh()
        if self.error_line is not None:
            self.scroll_to_region(Region(0, self.error_line - 1, 1, 1), animate=False, force=True)

    def note_lines(self, notes: Iterable[tuple[int, str]], code: str) -> None:
        """Write beside the lines what the run of `code` made there; lines changed since then get none."""
        self.line_notes.replace(notes, code.splitlines())
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row; the failed line stands out by a cross in the gutter and its background."""
        strip, row = super().render_line(y), self.scroll_offset.y + y
        if row < self.document.line_count:
            width = self.scrollable_content_region.width
            strip = self.line_notes.draw(strip, row, self.document[row], width)
        if self.error_line is None or self.scroll_offset.y + y != self.error_line - 1:
            return strip
        ground = self.get_component_rich_style("editor--error", partial=True)
        mark = self.get_component_rich_style("editor--error-mark", partial=True)
        gutter = self.gutter_width
        number, rest = strip.crop(0, gutter - 2), strip.crop(gutter - 1)
        marked = Strip.join([number, Strip([Segment(MARK, mark)]), rest])
        return Strip(Segment.apply_style(marked, post_style=ground), marked.cell_length)

    async def _on_key(self, event: Key) -> None:
        """Enter, Tab and Escape mean more than TextArea's own handler knows."""
        if self.read_only and event.key != "escape":
            return
        if self.completer.take_key(event):
            pass
        elif event.key == "escape":
            self.post_message(self.Left())
        elif event.key == "enter":
            self._break_line()
        elif event.key == "tab" and not self.selection.is_empty:
            self._shift_lines(deeper=True)
        elif event.key == "tab" and self.completer.wanted():
            self.completer.start(self._indent)
        elif event.character and self._pair(event.character):
            pass
        elif event.is_printable or not await self._bound(event.key):
            return
        event.stop()
        event.prevent_default()

    async def _bound(self, key: str) -> bool:
        """Do what the editor binds this key to, now.

        Left to Textual, a key that is bound travels up to the app first, and letters typed behind it (on a
        slow link they arrive together) overtake it: "ab", Backspace, "c" would become "ab".
        """
        active = self.screen.active_bindings.get(key)
        if active is None or active.node is not self or not active.enabled:
            return False
        await self.run_action(active.binding.action)
        return True

    def action_dedent(self) -> None:
        """Move the line, or the selected lines, one step left."""
        self._shift_lines(deeper=False)

    def action_delete_left(self) -> None:
        """Backspace: among leading blanks, back to the last indent stop."""
        row, column = self.cursor_location
        line = self.document[row]
        count = back_to_stop(line[:column])
        if self.selection.is_empty and empty_pair(line[:column], line[column:]) and not self.read_only:
            self._delete_via_keyboard((row, column - 1), (row, column + 1))
        elif self.selection.is_empty and count > 1 and not self.read_only:
            self._delete_via_keyboard((row, column - count), (row, column))
        else:
            super().action_delete_left()

    def toggle_comment(self) -> None:
        """Comment the line, or the selected lines, out; or back in."""
        self._change_lines(toggled)

    def on_blur(self) -> None:
        """The keys go elsewhere, and with them the list of names."""
        self.completer.close()

    async def _on_paste(self, event: Paste) -> None:
        """Code from notebooks and consoles becomes plain Python, and the learner is told."""
        pasted = as_python(event.text)
        if pasted.words and not self.read_only:
            self._replace_via_keyboard(pasted.text, *self.selection)
            host(self).say(pasted.words)
            event.stop()
            event.prevent_default()

    @property
    def before_cursor(self) -> str:
        """All text before the cursor."""
        return self.get_text_range((0, 0), self.cursor_location)

    @property
    def selected_lines(self) -> str:
        """The selected lines as a whole, or the cursor's, without their common indent."""
        top, bottom = sorted(self.selection)
        last = bottom[0] if bottom[1] or bottom == top else bottom[0] - 1
        return dedent("\n".join(self.document[row] for row in range(top[0], last + 1)))

    def _complete_with(self, count: int, name: str) -> None:
        row, column = self.cursor_location
        self._replace_via_keyboard(name, (row, column - count), (row, column))

    def _indent(self) -> None:
        width = WIDTH - self.cursor_location[1] % WIDTH
        self._replace_via_keyboard(" " * width, *self.selection)

    def _break_line(self) -> None:
        """A new line, indented; between brackets the closing one gets a line of its own."""
        row, column = self.selection.start
        line = self.document[row]
        indent = "\n" + next_indent(line[:column])
        self._replace_via_keyboard(indent, *self.selection)
        if (
            column
            and PAIRS.get(line[column - 1]) == line[column : column + 1] != ""
            and line[column] in ")]}"
        ):
            place = self.cursor_location
            self.insert("\n" + line[: len(line) - len(line.lstrip())])
            self.move_cursor(place)

    def _pair(self, typed: str) -> bool:
        """Whether a bracket or quote was dealt with: closed, stepped over, or put around the selection."""
        row, column = self.cursor_location
        before, after = self.document[row][:column], self.document[row][column:]
        if not self.selection.is_empty and typed in PAIRS:
            self._replace_via_keyboard(typed + self.selected_text + PAIRS[typed], *self.selection)
        elif self.selection.is_empty and types_over(typed, before, after):
            self.move_cursor((row, column + 1))
        elif self.selection.is_empty and (close := partner(typed, before, after)):
            self._replace_via_keyboard(typed + close, *self.selection)
            self.move_cursor((row, column + 1))
        else:
            return False
        return True

    def _shift_lines(self, deeper: bool) -> None:
        self._change_lines(lambda lines: [shifted(line, deeper) for line in lines])

    def _change_lines(self, change: Callable[[list[str]], list[str]]) -> None:
        """Change the selected lines, each as a whole; the cursor stays at its letter."""
        top, bottom = sorted(self.selection)
        lines = [self.document[row] for row in range(top[0], bottom[0] + 1)]
        moved = change(lines)
        column = bottom[1] + len(moved[-1]) - len(lines[-1])
        self.replace("\n".join(moved), (top[0], 0), (bottom[0], len(lines[-1])))
        self.move_cursor((bottom[0], max(0, column)))
