"""The text of a step, with what studytui has to add to it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from studytui.tui.widgets.formula_markdown import MathMarkdown


class Reading(VerticalScroll, can_focus=True):
    """Markdown that scrolls; remarks and revealed text are added below it."""

    DEFAULT_CSS = """
    Reading { padding: 0 1; scrollbar-size: 1 1; scrollbar-gutter: auto;
        & .remark { height: auto; }
        & MathMarkdown { height: auto; }
        & .added > MarkdownParagraph:last-child, & .tight > MarkdownParagraph { margin: 0; }
        & .added MarkdownBulletList { margin: 0; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield MathMarkdown(self._text)

    async def reveal(self, text: str, tight: bool = False) -> None:
        """Add Markdown at the end and scroll to it; `tight`: no empty rows between its blocks."""
        block = MathMarkdown(classes="added tight" if tight else "added")
        await self.mount(block)
        await block.update(text)  # all of it stands before the scroll: its height decides how far
        self.call_after_refresh(self.scroll_to_widget, block, animate=False, top=True)

    async def remark(self, text: str, style: str = "") -> None:
        """Add a plain line, replacing the remark before."""
        await self.query(".remark").remove()
        block = Static(Content.styled(text, style), classes="remark", markup=False)
        await self.mount(block)
        self.call_after_refresh(self.scroll_to_widget, block, animate=False)

    @property
    def at_end(self) -> bool:
        """Whether nothing is left to read below."""
        return self.scroll_offset.y >= self.max_scroll_y
