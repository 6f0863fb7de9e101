"""How text, code and output share a small screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.tui.screens.lesson.steps.rows import BARS, SHORT, shares

COUNTS = st.integers(1, 60)


@given(text=COUNTS, code=COUNTS, output=st.integers(0, 60), total=st.integers(14, 60))
def test_a_short_output_is_whole_and_nothing_is_left_empty(text, code, output, total) -> None:
    rows = shares(text, code, output, total)
    if rows is None:
        assert output > total * SHORT
        return
    assert rows.text + rows.code + BARS + output <= total
    assert rows.text <= text
    assert rows.code >= min(code, (total - BARS - max(output, 2)) // 2)
    if text + code + BARS + max(output, 2) > total:
        assert rows.text + rows.code + BARS + max(output, 2) == total


CODE = "\n".join(f"number_{n} = {n}" for n in range(1, 9)) + "\nprint(number_8)"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_after_a_run_with_little_to_print_all_of_the_code_is_in_view(study, seen, until, size) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: app.screen.view.editor)
        view = app.screen.view
        view.editor.text = CODE
        await pilot.press("f5")
        await seen(pilot, "✓ ", "number_1 =", "print(number_8)", " 8")


async def test_the_panes_are_as_they_were_while_the_code_has_the_keys_or_a_curve_is_shown(
    study, until
) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: app.screen.view.editor)
        view = app.screen.view
        view.editor.text = CODE
        await pilot.press("f5")
        await until(pilot, lambda: view.editor.styles.inline.has_rule("max_height"))
        await pilot.press("enter")
        await until(pilot, lambda: not view.editor.styles.inline.has_rule("max_height"))
        view.editor.text = "import torch\nw = torch.ones(1, requires_grad=True)\nfor _ in range(30):\n"
        view.editor.text += "    loss = (w ** 2).sum()\n    loss.backward()\n"
        await pilot.press("escape", "f5")
        await until(pilot, lambda: view.results.bar.shown == 1 and not view.session.running)
        await pilot.pause()
        assert not view.editor.styles.inline.has_rule("max_height")
