"""The playground: code that is run, kept, renamed, thrown away and found again."""

from __future__ import annotations

import pytest

from studytui.study.snippets import Snippets
from studytui.tui.screens.playground import PlaygroundScreen
from studytui.tui.screens.playground.picker import SnippetPicker
from studytui.tui.screens.playground.sheet import STARTER
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.output.pane import OutputPane


@pytest.fixture
def snippets(tmp_path) -> Snippets:
    return Snippets(tmp_path / "snippets")


async def opened(pilot, snippets, file=None) -> PlaygroundScreen:
    screen = PlaygroundScreen(file, snippets)
    await pilot.app.push_screen(screen)
    await pilot.pause(0.2)
    return screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_opens_with_something_to_run_and_the_cursor_in_it(study, snippets, picture, size) -> None:
    app = study()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, snippets)
        assert isinstance(screen.focused, CodeEditor)
        assert screen.view.editor.text == STARTER
        assert "Playground — scratch" in picture(app)


async def test_editor_and_results_are_side_by_side_on_a_wide_terminal(study, snippets) -> None:
    app = study()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, snippets)
        assert screen.view.results.region.x > screen.view.editor.region.x
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, snippets)
        assert screen.view.results.region.y > screen.view.editor.region.y


async def test_code_is_run_and_what_it_prints_is_shown(study, snippets, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = await opened(pilot, snippets)
        screen.view.editor.text = "import torch\nprint(torch.ones(2) + 1)"
        await pilot.press("f5")
        await until(pilot, lambda: "tensor([2., 2.])" in screen.query_one(OutputPane).tape.plain())


async def test_what_is_saved_is_a_plain_file(study, snippets) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot, snippets)
        screen.view.editor.text = "print('kept')\n"
        await pilot.press("ctrl+s")
        await pilot.pause(0.1)
        assert snippets.path("scratch").read_text() == "print('kept')\n"
        assert not screen.view.edited


async def test_unsaved_changes_survive_the_app(study, snippets, store) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot, snippets)
        screen.view.editor.text = "half = "
        await pilot.pause(0.1)
    again = study()
    async with again.run_test() as pilot:
        screen = await opened(pilot, snippets)
        assert screen.view.editor.text == "half = "
        assert screen.view.edited
        assert snippets.load("scratch") == STARTER


async def test_a_new_snippet_gets_a_name_and_is_open_the_next_time(study, snippets) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot, snippets)
        await pilot.press("f9")
        await pilot.pause(0.2)
        await pilot.press("n", *"train", "enter")
        await pilot.pause(0.3)
        assert screen.view.sheet.name == "train"
        assert set(snippets.names()) == {"scratch", "train"}
    again = study()
    async with again.run_test() as pilot:
        screen = await opened(pilot, snippets)
        assert screen.view.sheet.name == "train"


async def test_a_snippet_begins_with_a_template(study, snippets, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, snippets)
        for name in ("gradient", "gradient 2"):
            await pilot.press("f9")
            await until(pilot, lambda: isinstance(app.screen, SnippetPicker))
            await pilot.press("t", "enter")
            await until(pilot, lambda name=name: screen.view.sheet.name == name)
        assert "by hand" in screen.view.editor.text
        assert snippets.load("gradient") == snippets.load("gradient 2")


async def test_another_snippet_is_opened_from_the_list(study, snippets) -> None:
    snippets.save("older", "a = 1\n")
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot, snippets)
        await pilot.press("f9")
        await pilot.pause(0.2)
        place = snippets.names().index("older")
        await pilot.press(*["down"] * place, "enter")
        await pilot.pause(0.3)
        assert screen.view.editor.text == "a = 1\n"


async def test_renaming_the_open_snippet_takes_its_unsaved_changes_along(study, snippets) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot, snippets)
        screen.view.editor.text = "unsaved = 1\n"
        await pilot.pause(0.1)
        await pilot.press("f9")
        await pilot.pause(0.2)
        await pilot.press("r", *["backspace"] * len("scratch"), *"kept", "enter")
        await pilot.pause(0.3)
        assert snippets.names() == ("kept",)
        assert screen.view.sheet.name == "kept"
        assert screen.view.editor.text == "unsaved = 1\n"


async def test_a_name_that_cannot_be_is_refused_in_words(study, snippets, picture) -> None:
    app = study()
    async with app.run_test() as pilot:
        await opened(pilot, snippets)
        await pilot.press("f9")
        await pilot.pause(0.2)
        await pilot.press("n", "slash", "x", "enter")
        await pilot.pause(0.2)
        assert "cannot be a name" in picture(app)


async def test_a_deleted_snippet_can_be_brought_back(study, snippets, picture) -> None:
    snippets.save("older", "a = 1\n")
    app = study()
    async with app.run_test() as pilot:
        await opened(pilot, snippets)
        await pilot.press("f9")
        await pilot.pause(0.2)
        await pilot.press(*["down"] * snippets.names().index("older"), "d")
        await pilot.pause(0.2)
        assert "older" not in snippets.names()
        assert "u brings it back" in picture(app)
        await pilot.press("u")
        await pilot.pause(0.2)
        assert snippets.load("older") == "a = 1\n"


async def test_any_file_can_be_opened_and_saved_where_it_is(study, snippets, tmp_path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("print(1)\n")
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot, snippets, file)
        assert screen.view.editor.text == "print(1)\n"
        screen.view.editor.text = "print(2)\n"
        await pilot.press("ctrl+s")
        await pilot.pause(0.1)
        assert file.read_text() == "print(2)\n"
        assert snippets.names() == ()


async def test_a_file_that_cannot_be_read_is_named_and_the_scratch_sheet_opens(
    study, snippets, tmp_path, picture
) -> None:
    file = tmp_path / "image.py"
    file.write_bytes(b"\xff\xfe\x00")
    app = study()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await opened(pilot, snippets, file)
        assert screen.view.sheet.name == "scratch"
        assert "not UTF-8" in picture(app)
