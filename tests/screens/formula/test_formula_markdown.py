"""Markdown with formulas, as it stands on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets.markdown import MarkdownBlock

from studytui.tui.widgets.formula_markdown import FormulaBlock, MathMarkdown, fenced

WIDE = r"\frac{a}{b} + " + " + ".join(f"x_{{{n}}}" for n in range(40))


class Page(App[None]):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield MathMarkdown(self._text)


def laid_out(app: App[None]) -> bool:
    """Whether every block of the text has its place on the screen."""
    blocks = app.query(MarkdownBlock)
    return bool(blocks) and all(block.size for block in blocks)


@pytest.fixture
def page(until) -> Callable[[str], Awaitable[str]]:
    """The text as it stands on the screen."""

    async def shown(text: str) -> str:
        app = Page(text)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: laid_out(app))
            return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())

    return shown


@pytest.mark.parametrize("text", ["so $x^2$ grows", r"so \(x^2\) grows", "so $$x^2$$ grows"])
async def test_formulas_in_the_line(page, text: str) -> None:
    assert "so x² grows" in await page(text)


@pytest.mark.parametrize(
    "text", ["$$\n\\frac{dy}{dx}\n$$", "\\[\n\\frac{dy}{dx}\n\\]", "```math\n\\frac{dy}{dx}\n```"]
)
async def test_a_formula_of_its_own_is_drawn_in_two_dimensions(page, text: str) -> None:
    rows = [row.strip() for row in (await page(text)).splitlines() if row.strip()]
    assert rows[0] == "dy"
    assert set(rows[1]) == {"─"}
    assert rows[2] == "dx"


async def test_prices_are_no_formulas(page) -> None:
    assert "costs $5 and $6 today" in await page("costs $5 and $6 today")


async def test_code_is_left_alone(page) -> None:
    shown = await page("`$x$` and\n\n```python\nprint('$x$')\n```")
    assert "$x$ and" in shown
    assert "print('$x$')" in shown


async def test_module_names_are_no_web_addresses(page) -> None:
    assert "torch.is and x.no stay" in await page("torch.is and x.no stay")


async def test_a_formula_too_wide_for_the_pane_is_written_in_the_line(until) -> None:
    app = Page(f"$$\n{WIDE}\n$$")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "\n" not in str(app.query_one(FormulaBlock).render()).strip())
        await pilot.resize_terminal(300, 24)
        await until(pilot, lambda: "\n" in str(app.query_one(FormulaBlock).render()))


def test_a_fence_is_longer_than_any_run_of_backticks_in_the_code() -> None:
    assert fenced("a = '```'").splitlines() == ["````python", "a = '```'", "````"]
