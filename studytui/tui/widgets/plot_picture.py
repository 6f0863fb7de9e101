"""A picture on the screen: roles become theme colours, and only what changed is sent."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from studytui.plot import Picture
from studytui.plot.ink import readable
from studytui.tui.widgets.plot_colours import series_css, shade_style
from studytui.tui.widgets.plot_spans import changed, strip

ROLES = (
    "axis",
    "title",
    "text",
    "legend",
    *(f"series-{number}{dim}" for number in range(8) for dim in ("", "-dim")),
    "ghost",
    "mark-bad",
    "crosshair",
    "note",
)


class PictureView(Widget):
    """Shows one `Picture`, exactly as large as the widget."""

    DEFAULT_CSS = f"""
    PictureView {{
        width: 1fr;
        height: 1fr;
        & > .plot--axis {{ color: $text-muted; }}
        & > .plot--title {{ color: $foreground; text-style: bold; }}
        & > .plot--text {{ color: $foreground; }}
        & > .plot--legend {{ color: $foreground; }}
        & > .plot--ghost {{ color: $text-disabled; }}
        & > .plot--mark-bad {{ color: $text-error; text-style: bold; }}
        & > .plot--crosshair {{ color: $text-warning; }}
        & > .plot--note {{ color: $text-muted; }}
        {series_css()}
    }}
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"plot--{role}" for role in ROLES}

    class Unfit(Message):
        """The picture does not have the size of the widget: it must be drawn anew."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picture: Picture | None = None
        self._strips: list[Strip] = []
        self._styles: dict[str, Style] = {}

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show(self, picture: Picture) -> None:
        """Show this picture; rows that are equal to those shown are neither built nor sent again."""
        old, self._picture = self._picture, picture
        if old is None or len(old.rows) != len(picture.rows):
            self._repaint()
            return
        regions: list[Region] = []
        for y, (before, after) in enumerate(zip(old.rows, picture.rows, strict=True)):
            spans = changed(before, after)
            if spans:
                self._strips[y] = strip(after, self._style, (edge for span in spans for edge in span))
                regions += [Region(start, y, end - start, 1) for start, end in spans]
        if regions:
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Only painting tells for sure whether the picture fits: not every new size comes with an event."""
        shown = self._picture
        if shown is None or (shown.width, shown.height) != self.size:
            self.post_message(self.Unfit())
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Textual asks for one line of cells."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, self._recolour)

    def _recolour(self, _theme: Theme) -> None:
        """Every colour is another one; Textual has resolved them anew by now."""
        self.notify_style_update()
        self._styles.clear()
        self._repaint()

    def _repaint(self) -> None:
        rows = self._picture.rows if self._picture else ()
        self._strips = [strip(row, self._style) for row in rows]
        self.refresh()

    def _style(self, role: str) -> Style:
        if role not in self._styles:
            known = role if role in ROLES else "text"
            style = self.get_component_rich_style(f"plot--{known}")
            if role.startswith("ink-"):
                style += Style(color="#" + readable(role[4:], dark=self.app.current_theme.dark))
            self._styles[role] = style + shade_style(role)
        return self._styles[role]
