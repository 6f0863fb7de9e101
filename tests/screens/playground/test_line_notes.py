"""The notes beside the code belong to the lines that were run, however they have moved since."""

from __future__ import annotations

from studytui.study.snippets import Snippets
from studytui.tui.screens.playground import PlaygroundScreen

CODE = "import torch\na = torch.ones(2, 3)\n\nprint('ran')\n"


async def test_lines_typed_while_the_code_runs_get_no_note_of_others(study, tmp_path, until, picture) -> None:
    app = study(warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        view = screen.view
        view.editor.text = CODE
        await pilot.press("f5")
        view.editor.insert("# one more\n", (0, 0))
        await until(pilot, lambda: "[2,3]" in picture(app))
        noted = [
            view.editor.line_notes.about(row, text) for row, text in enumerate(view.editor.document.lines)
        ]
        assert [row for row, words in enumerate(noted) if words] == [2]
