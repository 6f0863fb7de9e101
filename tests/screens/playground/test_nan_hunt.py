"""F11 from the playground: offered once a loss became nan, it names the operation and the line."""

from __future__ import annotations

import pytest

from studytui.study.snippets import Snippets
from studytui.tui.screens.playground import PlaygroundScreen

DIVERGES = """\
import torch
w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=3.0)
for step in range(300):
    square = w**2
    loss = (square - square / 2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
"""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_f11_finds_the_operation_that_made_the_first_nan(study, tmp_path, until, picture, size) -> None:
    app = study(warm=True)
    async with app.run_test(size=size) as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        view = screen.view
        view.editor.text = DIVERGES
        await pilot.press("f11")
        assert not view.session.running, "without a nan there is nothing to hunt"
        await pilot.press("f5")
        await until(pilot, lambda: view.results.bar.state[0].startswith("✓"))
        assert view.results.saw_nan
        await until(pilot, lambda: "F11" in picture(app))
        await pilot.press("f11")
        await until(pilot, lambda: view.results.bar.state[0].startswith("✗ FirstNan"))
        assert view.editor.error_line == 6
        assert "inf - inf" in view.results.output.tape.plain()
