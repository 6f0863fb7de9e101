"""The playground: code that is run, kept, renamed, thrown away and found again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from studytui.study.snippets import Snippets
from studytui.tui.screens.playground import PlaygroundScreen
from studytui.tui.screens.playground.picker import SnippetPicker
from studytui.tui.screens.playground.sheet import STARTER
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.output.pane import OutputPane


@pytest.fixture
def snippets(tmp_path) -> Snippets:
    return Snippets(tmp_path / "snippets")


@pytest.fixture
def opened(snippets, until) -> Callable[..., Awaitable[PlaygroundScreen]]:
    """Opens the playground, with the cursor in its editor."""

    async def open_it(pilot: Pilot, file: Path | None = None) -> PlaygroundScreen:
        screen = PlaygroundScreen(file, snippets)
        await pilot.app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        return screen

    return open_it


@pytest.fixture
def listed(until) -> Callable[[Pilot], Awaitable[None]]:
    """Waits until the snippets are there to choose from."""

    async def wait(pilot: Pilot) -> None:
        def ready() -> bool:
            screen = pilot.app.screen
            return isinstance(screen, SnippetPicker) and screen.query_one("#snippets").has_focus

        await until(pilot, ready)

    return wait


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_opens_with_something_to_run_and_the_cursor_in_it(study, opened, seen, size) -> None:
    app = study()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert isinstance(screen.focused, CodeEditor)
        assert screen.view.editor.text == STARTER
        await seen(pilot, "Playground — scratch")


async def test_editor_and_results_are_side_by_side_on_a_wide_terminal(study, opened, until) -> None:
    app = study()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await until(pilot, lambda: screen.view.results.region.x > screen.view.editor.region.x)
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await until(pilot, lambda: screen.view.results.region.y > screen.view.editor.region.y)


async def test_code_is_run_and_what_it_prints_is_shown(study, opened, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        screen.view.editor.text = "import torch\nprint(torch.ones(2) + 1)"
        await pilot.press("f5")
        await until(pilot, lambda: "tensor([2., 2.])" in screen.query_one(OutputPane).tape.plain())


async def test_what_is_saved_is_a_plain_file(study, opened, snippets, until) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        screen.view.editor.text = "print('kept')\n"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: snippets.path("scratch").read_text() == "print('kept')\n")
        assert not screen.view.edited


async def test_unsaved_changes_survive_the_app(study, opened, snippets, until) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        screen.view.editor.text = "half = "
        await until(pilot, lambda: screen.view.draft._pending == "half = ")
    again = study()
    async with again.run_test() as pilot:
        screen = await opened(pilot)
        assert screen.view.editor.text == "half = "
        assert screen.view.edited
        assert snippets.load("scratch") == STARTER


async def test_a_new_snippet_gets_a_name_and_is_open_the_next_time(
    study, opened, listed, snippets, until
) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        await pilot.press("f9")
        await listed(pilot)
        await pilot.press("n", *"train", "enter")
        await until(pilot, lambda: screen.view.sheet.name == "train" and screen.view.editor.has_focus)
        assert set(snippets.names()) == {"scratch", "train"}
    again = study()
    async with again.run_test() as pilot:
        screen = await opened(pilot)
        assert screen.view.sheet.name == "train"


async def test_a_snippet_begins_with_a_template(study, opened, listed, snippets, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        for name in ("gradient", "gradient 2"):
            await pilot.press("f9")
            await listed(pilot)
            await pilot.press("t", "enter")
            await until(
                pilot, lambda name=name: screen.view.sheet.name == name and screen.view.editor.has_focus
            )
        assert "by hand" in screen.view.editor.text
        assert snippets.load("gradient") == snippets.load("gradient 2")


async def test_another_snippet_is_opened_from_the_list(study, opened, listed, snippets, until) -> None:
    snippets.save("older", "a = 1\n")
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        await pilot.press("f9")
        await listed(pilot)
        place = snippets.names().index("older")
        await pilot.press(*["down"] * place, "enter")
        await until(pilot, lambda: screen.view.editor.text == "a = 1\n")


async def test_renaming_the_open_snippet_takes_its_unsaved_changes_along(
    study, opened, listed, snippets, until
) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        screen.view.editor.text = "unsaved = 1\n"
        await until(pilot, lambda: screen.view.draft._pending == "unsaved = 1\n")
        await pilot.press("f9")
        await listed(pilot)
        await pilot.press("r", *["backspace"] * len("scratch"), *"kept", "enter")
        await until(pilot, lambda: screen.view.sheet.name == "kept" and screen.view.editor.has_focus)
        assert snippets.names() == ("kept",)
        assert screen.view.editor.text == "unsaved = 1\n"


async def test_a_name_that_cannot_be_is_refused_in_words(study, opened, listed, seen) -> None:
    app = study()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("f9")
        await listed(pilot)
        await pilot.press("n", "slash", "x", "enter")
        await seen(pilot, "cannot be a name")


async def test_a_deleted_snippet_can_be_brought_back(study, opened, listed, snippets, seen, until) -> None:
    snippets.save("older", "a = 1\n")
    app = study()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("f9")
        await listed(pilot)
        await pilot.press(*["down"] * snippets.names().index("older"), "d")
        await seen(pilot, "u brings it back")
        assert "older" not in snippets.names()
        await pilot.press("u")
        await until(pilot, lambda: "older" in snippets.names())
        assert snippets.load("older") == "a = 1\n"


async def test_any_file_can_be_opened_and_saved_where_it_is(study, opened, snippets, tmp_path, until) -> None:
    file = tmp_path / "mine.py"
    file.write_text("print(1)\n")
    app = study()
    async with app.run_test() as pilot:
        screen = await opened(pilot, file)
        assert screen.view.editor.text == "print(1)\n"
        screen.view.editor.text = "print(2)\n"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: file.read_text() == "print(2)\n")
        assert snippets.names() == ()


async def test_a_file_that_cannot_be_read_is_named_and_the_scratch_sheet_opens(
    study, opened, tmp_path, seen
) -> None:
    file = tmp_path / "image.py"
    file.write_bytes(b"\xff\xfe\x00")
    app = study()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await opened(pilot, file)
        assert screen.view.sheet.name == "scratch"
        await seen(pilot, "not UTF-8")
