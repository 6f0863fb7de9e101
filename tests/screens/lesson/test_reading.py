"""The text of a step: what is added to it is seen."""

from textual.app import App, ComposeResult

from studytui.tui.screens.lesson.reading import Reading

NOTE = "**Now try**\n- one change\n- another change"


class OneReading(App[None]):
    """A text of four rows in a pane of six."""

    CSS = "Reading { height: 6; }"

    def compose(self) -> ComposeResult:
        yield Reading("First.\n\nSecond.")


async def test_a_note_added_below_is_shown_to_its_end_without_empty_rows(until) -> None:
    app = OneReading()
    async with app.run_test(size=(80, 24)) as pilot:
        reading = app.query_one(Reading)
        await reading.reveal(NOTE, tight=True)
        await until(pilot, lambda: reading.max_scroll_y > 0)  # otherwise nothing had to be scrolled
        await until(pilot, lambda: reading.at_end)
        assert reading.query(".added").last().size.height == 3
