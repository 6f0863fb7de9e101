"""The output pane in a flood: bounded, at its end, and still where the learner reads."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

from studytui.tui.widgets.output.pane import OutputPane

LIMIT = 10_000


class Pane(App[None]):
    def compose(self) -> ComposeResult:
        yield OutputPane()


def flood(begin: int, count: int) -> str:
    return "".join(f"line {number}\n" for number in range(begin, begin + count))


def seen(pane: OutputPane) -> list[str]:
    return [pane.render_line(y).text.strip() for y in range(pane.size.height)]


async def test_a_flood_keeps_the_pane_at_its_end_and_its_newest_lines() -> None:
    app = Pane()
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.query_one(OutputPane)
        for begin in range(0, 60_000, 1500):
            pane.write(flood(begin, 1500))
            pane.catch_up()
            await pilot.pause()
            assert seen(pane)[-1] == f"line {begin + 1499}"
        assert LIMIT <= pane.text.count("\n") + 1 <= 1.1 * LIMIT
        assert pane.text == pane.tape.plain()


async def test_more_lines_at_once_than_are_kept_leave_no_gap_and_no_old_line() -> None:
    app = Pane()
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.query_one(OutputPane)
        pane.write("begun, and not ended")
        await pilot.pause()
        pane.write("\n" + flood(0, 25_000) + "open")
        pane.catch_up()
        assert pane.text == pane.tape.plain()
        assert pane.text.splitlines()[-2:] == ["line 24999", "open"]


async def test_who_reads_further_up_goes_on_seeing_the_same_lines_while_older_ones_go() -> None:
    app = Pane()
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.query_one(OutputPane)
        pane.write(flood(0, LIMIT))
        pane.catch_up()
        await pilot.pause()
        pane.scroll_to(y=8000, animate=False, immediate=True)
        before = seen(pane)
        assert before[0] == "line 8000"
        pane.write(flood(LIMIT, 5000))
        pane.catch_up()
        await pilot.pause()
        assert seen(pane) == before


async def test_the_end_is_followed_from_the_first_lines_on_and_nothing_is_hidden_at_the_right() -> None:
    app = Pane()
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.query_one(OutputPane)
        pane.write("".join(f"{'x' * 77}{number % 10}\n" for number in range(30)))
        await pilot.pause()
        assert seen(pane)[-1] == "x" * 77 + "9"
        assert pane.scrollable_content_region.width == 78
        pane.write("more\n")
        pane.catch_up()
        await pilot.pause()
        assert seen(pane)[-1] == "more"


async def test_the_end_is_still_seen_when_something_takes_a_row_from_the_pane() -> None:
    app = Pane()
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.query_one(OutputPane)
        pane.write(flood(0, 50))
        await pilot.pause()
        await app.mount(Static("a row at the bottom"))
        await pilot.pause()
        assert pane.size.height == 23
        assert seen(pane)[-1] == "line 49"
        pane.write("more\n")
        pane.catch_up()
        await pilot.pause()
        assert seen(pane)[-1] == "more"
