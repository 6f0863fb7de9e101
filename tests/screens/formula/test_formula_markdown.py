"""Markdown with formulas, as it stands on the screen."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll

from studytui.tui.widgets.formula_markdown import FormulaBlock, MathMarkdown, fenced

WIDE = r"\frac{a}{b} + " + " + ".join(f"x_{{{n}}}" for n in range(40))


class Page(App[None]):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield MathMarkdown(self._text)


async def page(text: str, size: tuple[int, int] = (80, 24)) -> str:
    app = Page(text)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)
        return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize("text", ["so $x^2$ grows", r"so \(x^2\) grows", "so $$x^2$$ grows"])
async def test_formulas_in_the_line(text: str) -> None:
    assert "so x² grows" in await page(text)


@pytest.mark.parametrize(
    "text", ["$$\n\\frac{dy}{dx}\n$$", "\\[\n\\frac{dy}{dx}\n\\]", "```math\n\\frac{dy}{dx}\n```"]
)
async def test_a_formula_of_its_own_is_drawn_in_two_dimensions(text: str) -> None:
    rows = [row.strip() for row in (await page(text)).splitlines() if row.strip()]
    assert rows[0] == "dy"
    assert set(rows[1]) == {"─"}
    assert rows[2] == "dx"


async def test_prices_are_no_formulas() -> None:
    assert "costs $5 and $6 today" in await page("costs $5 and $6 today")


async def test_code_is_left_alone() -> None:
    shown = await page("`$x$` and\n\n```python\nprint('$x$')\n```")
    assert "$x$ and" in shown
    assert "print('$x$')" in shown


async def test_module_names_are_no_web_addresses() -> None:
    assert "torch.is and x.no stay" in await page("torch.is and x.no stay")


async def test_a_formula_too_wide_for_the_pane_is_written_in_the_line() -> None:
    app = Page(f"$$\n{WIDE}\n$$")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        narrow = str(app.query_one(FormulaBlock).render())
        await pilot.resize_terminal(300, 24)
        await pilot.pause(0.3)
        assert "\n" not in narrow.strip()
        assert "\n" in str(app.query_one(FormulaBlock).render())


def test_a_fence_is_longer_than_any_run_of_backticks_in_the_code() -> None:
    assert fenced("a = '```'").splitlines() == ["````python", "a = '```'", "````"]
