"""The gradient norm of the learner's own training, asked for with a key."""

from __future__ import annotations

import pytest

from studytui.study.snippets import Snippets
from studytui.tui.screens.playground import PlaygroundScreen

CODE = """import torch
w = torch.ones(3, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
for t in range(20):
    opt.zero_grad()
    loss = (w**2).sum()
    loss.backward()
    opt.step()
"""


@pytest.mark.parametrize("size", [(80, 24)])
async def test_g_in_the_plot_asks_for_the_gradient_norm_of_the_next_runs(
    study, tmp_path, until, size
) -> None:
    (tmp_path / "train.py").write_text(CODE)
    app = study(warm=True)
    async with app.run_test(size=size) as pilot:
        screen = PlaygroundScreen(tmp_path / "train.py", Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        await pilot.press("f5")
        await until(pilot, lambda: "✓" in screen.view.results.bar.state[0])
        assert screen.view.results.plot.album.curves.live.curves == ["loss"]
        screen.view.results.plot.focus()
        await pilot.press("g", "f5")
        await until(pilot, lambda: "grad norm" in screen.view.results.plot.album.curves.live.curves)
        await until(pilot, lambda: screen.view.results.plot.album.words.startswith("1 of 2"))
        screen.view.results.plot.focus()
        await pilot.press("down")
        await until(pilot, lambda: "grad norm: " in screen.view.results.plot.album.words)
