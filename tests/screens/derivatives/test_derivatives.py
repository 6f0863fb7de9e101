"""Functions drawn with their derivatives, evaluated by a real runner."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from studytui.tui.screens.derivatives import DerivativesScreen
from studytui.tui.screens.derivatives.function import Function
from studytui.tui.screens.derivatives.screen import KEPT
from studytui.tui.widgets.plot_pane import PlotPane
from studytui.tui.widgets.plot_picture import PictureView


def drawn(screen) -> str:
    picture = screen.query_one(PictureView).picture
    return "" if picture is None else picture.plain()


def notes(screen) -> str:
    return str(screen.query_one("#notes").render())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("f", ["x**2", "abs(x)", "1/x"])
async def test_a_function_is_drawn_with_its_derivatives(study, until, f, size) -> None:
    app = study(warm=True)
    async with app.run_test(size=size) as pilot:
        screen = DerivativesScreen(Function(f, -2, 2))
        await app.push_screen(screen)
        await until(pilot, lambda: "f′" in drawn(screen))
        assert "f″" in drawn(screen)
        await until(pilot, lambda: "central differences" in notes(screen))


async def test_the_crosshair_reads_f_and_its_derivatives(study, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = DerivativesScreen(Function("x**2", -2, 2))
        await app.push_screen(screen)
        await until(pilot, lambda: "f′" in drawn(screen))
        await pilot.press("right")
        await until(pilot, lambda: drawn(screen).startswith("x="))
        assert "f″=2" in drawn(screen)


async def test_orders_are_shown_and_hidden_but_never_all(study, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = DerivativesScreen(Function("x**2", -2, 2))
        await app.push_screen(screen)
        await until(pilot, lambda: "f′" in drawn(screen))
        await pilot.press("3")
        await until(pilot, lambda: "f‴" in drawn(screen))
        await pilot.press("1", "2", "3", "4")
        assert screen.shown == {0}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_formulas_are_a_key_away_or_beside_the_picture(study, until, picture, size) -> None:
    app = study(warm=True)
    async with app.run_test(size=size) as pilot:
        screen = DerivativesScreen(Function("torch.relu(x)", -2, 2))
        await app.push_screen(screen)
        await until(pilot, lambda: "f′" in drawn(screen))
        beside = size[0] > 100
        await until(pilot, lambda: ("⎩0  otherwise" in picture(app)) is beside)
        await pilot.press("f")
        await until(pilot, lambda: ("⎩0  otherwise" in picture(app)) is not beside)
        await until(pilot, lambda: ("┤" in picture(app)) is beside)


async def test_a_missing_formula_is_explained_in_the_notes(study, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = DerivativesScreen(Function("torch.round(x)", -2, 2))
        await app.push_screen(screen)
        await until(pilot, lambda: "no formula: sympy has no rule for round()" in notes(screen))


async def test_what_cannot_be_evaluated_is_told_in_words(study, until, picture) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = DerivativesScreen(Function("torch.snik(x)", -2, 2))
        await app.push_screen(screen)
        await until(pilot, lambda: "✗" in notes(screen))
        assert "snik" in notes(screen)


async def test_a_range_that_is_none_is_told_and_nothing_is_run(study, until) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = DerivativesScreen(Function("x", 2, 1))
        await app.push_screen(screen)
        await until(pilot, lambda: "the range is empty" in notes(screen))
        assert not screen.session.running


async def test_what_was_drawn_last_comes_back(study, store, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        await app.push_screen(DerivativesScreen(Function("torch.exp(-x**2)", -2, 3)))
        await until(pilot, lambda: store.setting(KEPT))
        again = DerivativesScreen()
        await app.push_screen(again)
        await until(pilot, lambda: again.query_one("#span", Input).value)
        assert again.query_one("#f", Input).value == "torch.exp(-x**2)"
        assert again.query_one("#span", Input).value == "-2 3"


async def test_enter_goes_to_the_inputs_and_escape_back_to_the_picture(study, until) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = DerivativesScreen(Function("x", 2, 1))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.query_one(PlotPane).has_focus)
        await pilot.press("enter")
        await until(pilot, lambda: screen.typing)
        await pilot.press("1")
        await until(pilot, lambda: screen.query_one("#f", Input).value == "x1")
        await pilot.press("escape")
        await until(pilot, lambda: not screen.typing)
        assert screen.is_current
