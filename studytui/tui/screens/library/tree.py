"""The tree of parts and lessons."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from studytui.course.library import Library
from studytui.course.model import Lesson
from studytui.study.bookmarks import Bookmark
from studytui.study.next_thing import NextThing
from studytui.study.progress import Done, lesson_progress, part_progress
from studytui.study.shelf import Closed
from studytui.tui.screens.library.outline import bar, mark
from studytui.tui.screens.library.search import Hit, title_of
from studytui.tui.widgets.fit import shortened

STATE = 7
MINUTES = 6
AT_ONCE = 100
"""Lessons with a row in the first picture; those of a bigger library get theirs once it is painted."""
SOON = 0.1
"""Seconds until then."""
TOLD = 20
"""Lessons that cannot be read are told one by one up to this many."""


@dataclass(frozen=True)
class Goal:
    """What Enter opens."""

    lesson: str
    """Its id."""
    step: str = ""
    pack: str = ""
    """Folder of a pack that is not trusted yet; `lesson` is empty then."""
    bookmark: bool = False


class LessonTree(Tree[Goal | None]):
    """Parts with their lessons; what is next comes first, what is broken last."""

    DEFAULT_CSS = """
    LessonTree { height: 1fr; padding: 0 1; scrollbar-size: 1 1; background: $background;
        overflow-x: hidden; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Open")]

    def __init__(self) -> None:
        super().__init__("lessons")
        self.show_root = False
        self.guide_depth = 2
        self.show_guides = False
        self._painted = False
        self._owed: list[tuple[TreeNode[Goal | None], tuple[Lesson, ...]]] = []
        """Lessons without a row yet, and the part each row belongs to."""
        self._done: Done = {}

    def show_course(
        self,
        library: Library,
        done: Done,
        upcoming: NextThing,
        closed: tuple[Closed, ...] = (),
        marks: tuple[Bookmark, ...] = (),
    ) -> None:
        """Show everything. `closed`: packs to be trusted."""
        chosen = self.cursor_node.data if self.cursor_node is not None else None
        line = self.cursor_line
        self.clear()
        self._owed.clear()
        self._done = done
        goal = Goal(upcoming.lesson, upcoming.step) if upcoming.lesson else None
        self.root.add_leaf(Text(f"▶ {upcoming.words}", "bold"), goal)
        self._add_bookmarks(library, marks)
        for part in library.parts:
            self._add_part(part.title, part.lessons)
        if not self._painted:
            self.set_timer(SOON, self._add_owed)
        for pack in closed:
            words = f"{pack.words}, not trusted yet: Enter asks"
            label = Text.assemble(("○ ", "yellow"), (pack.pack.name, "bold"), "  ", (words, "dim"))
            self.root.add_leaf(label, Goal("", pack=str(pack.pack.folder)))
        if library.broken:
            self._add_broken(library)
        self._choose(chosen, line)

    def show_hits(self, hits: list[Hit]) -> None:
        """Show what a search found."""
        self.clear()
        self._owed.clear()
        for hit in hits:
            kind = f"{hit.kind}: " if hit.kind else ""
            label = Text.assemble((hit.lesson.title, "bold"), "  ", (kind, "yellow"), (hit.excerpt, "dim"))
            self.root.add_leaf(label, Goal(hit.lesson.id, hit.place))
        if not hits:
            self.root.add_leaf(Text("nothing found", "dim"), None)
        self._choose(None, 0)

    def render_label(self, node: TreeNode[Goal | None], base_style: Style, style: Style) -> Text:
        """A lesson's row is spread over the width: title left, minutes and state right."""
        label = node.label.copy() if isinstance(node.label, Text) else Text(str(node.label))
        label.stylize_before(style)
        if node.allow_expand:
            label = Text.assemble(("▾ " if node.is_expanded else "▸ ", base_style), label)
        return label

    def _add_bookmarks(self, library: Library, marks: tuple[Bookmark, ...]) -> None:
        """The steps marked, each with its lesson; those of lessons that are not here are passed over."""
        lessons = {lesson.id: lesson for lesson in library.lessons}
        here = [mark for mark in marks if mark.lesson in lessons]
        if not here:
            return
        node = self.root.add(Text.assemble(("★ Bookmarks", "bold")), None, expand=True)
        for one in here:
            lesson = lessons[one.lesson]
            step = next((step for step in lesson.steps if step.id == one.step), lesson.steps[0])
            words = Text.assemble(title_of(step), "  ", (lesson.title, "dim"))
            node.add_leaf(words, Goal(one.lesson, step.id, bookmark=True))

    def _add_part(self, title: str, lessons: tuple[Lesson, ...]) -> None:
        [progress] = part_progress(lessons, self._done)
        finished = sum(lesson.complete for lesson in progress.lessons)
        state = f"{bar(progress.done, progress.total)} {finished}/{len(lessons)} lessons done"
        node = self.root.add(Text.assemble((title, "bold"), "  ", (state, "dim")), None, expand=True)
        at_once = len(lessons) if self._painted else max(0, AT_ONCE - len(self._tree_nodes))
        self._add_lessons(node, lessons[:at_once])
        if lessons[at_once:]:
            self._owed.append((node, lessons[at_once:]))

    def _add_lessons(self, node: TreeNode[Goal | None], lessons: tuple[Lesson, ...]) -> None:
        for lesson in lessons:
            node.add_leaf(self._row(lesson, lesson_progress(lesson, self._done).done), Goal(lesson.id))

    def _add_owed(self) -> None:
        self._painted = True
        for node, lessons in self._owed:
            self._add_lessons(node, lessons)
        self._owed.clear()

    def _row(self, lesson: Lesson, count: int) -> Text:
        room = max(20, self.size.width - 4 - STATE - MINUTES - 6)
        title = shortened(lesson.title, room)
        state = mark(count, len(lesson.steps))
        style = "green" if state.startswith("✓") else "yellow" if count else "dim"
        return Text.assemble(
            title,
            " " * (room - cell_len(title)),
            (f"{lesson.minutes:>3} min", "dim"),
            "  ",
            (f"{state:<{STATE}}", style),
        )

    def _add_broken(self, library: Library) -> None:
        broken, folder = library.broken, library.folder
        node = self.root.add(Text(f"✗ {len(broken)} broken", "bold red"), None, expand=True)
        for error in broken[:TOLD]:
            for line in wrap(str(error).removeprefix(f"{folder}/"), max(40, self.size.width - 6)):
                node.add_leaf(Text(line, "red"), None)
        if len(broken) > TOLD:
            words = f"… {len(broken) - TOLD} more: `studytui check {folder}` names them all"
            node.add_leaf(Text(words, "red"), None)

    def _choose(self, wanted: Goal | None, line: int) -> None:
        """Put the cursor on what is wanted; `line` where that is nowhere, as for the title of a part.

        Done at once: keys that have been pressed already shall find it there.
        """
        line = min(max(0, line), self.last_line)  # asking for the last line gives every node its own
        for node in self._nodes_in_order():
            if wanted is not None and node.data == wanted and node.line >= 0:
                line = node.line
        self.cursor_line = line

    def _nodes_in_order(self) -> list[TreeNode[Goal | None]]:
        return [node for child in self.root.children for node in (child, *child.children)]
