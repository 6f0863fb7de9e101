"""The settings screen: what is changed there is so at once, and in the file."""

import pytest

from studytui.settings import file
from studytui.settings.model import Settings
from studytui.tui.screens.help import HelpScreen
from studytui.tui.screens.settings import SettingsScreen

SIZES = [(80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path))


@pytest.mark.parametrize("size", SIZES)
async def test_enter_takes_the_next_choice_and_the_screen_follows(study, picture, seen, until, size):
    app = study()
    async with app.run_test(size=size) as pilot:
        await pilot.press("comma")
        await seen(pilot, "theme", "safe for colour-blind eyes")
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "study-light")
        assert file.load().theme == "study-light"
        await pilot.press("backspace")
        await until(pilot, lambda: app.theme == "study-dark")
        await pilot.press("escape")
        await until(pilot, lambda: "theme" not in picture(app))


async def test_what_has_to_be_typed_is_typed_and_what_is_wrong_stays_to_be_mended(study, seen, until):
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await seen(pilot, "safe for colour-blind eyes")
        await pilot.press(*["down"] * 3, "enter")
        await pilot.press("backspace", "backspace", *"999", "enter")
        await until(pilot, lambda: list(app._notifications))
        assert [each.message for each in app._notifications] == ["new_per_day: Expected `int` <= 200"]
        await pilot.press(*["backspace"] * 2, "enter")
        await until(pilot, lambda: app.settings.new_per_day == 9)
        assert file.load().new_per_day == 9


async def test_a_rebound_key_works_and_is_shown_everywhere(study, picture, seen):
    app = study(settings=Settings(keys={"help": "f9", "settings": "f7"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert "colour-blind" not in picture(app)
        await pilot.press("f9")
        await seen(pilot, "F9")
        await pilot.press("end")
        await seen(pilot, "F7")
        await pilot.press("escape", "f7")
        await seen(pilot, "colour-blind")


@pytest.mark.parametrize("size", SIZES)
async def test_profiles_and_keys_stand_below_and_can_be_changed(study, picture, seen, until, size):
    file.change("profiles.gpu.launcher", "ssh gpu07")
    file.change("keys.help", "f9")
    app = study(settings=file.load())
    async with app.run_test(size=size) as pilot:
        await pilot.press("comma")
        await seen(pilot, "profiles.gpu.launcher", "keys.help")
        shown = " ".join(picture(app).split())
        assert "profiles.gpu.launcher ssh gpu07" in shown
        assert "keys 1 keys.help f9" in shown
        await pilot.press("end", "enter", *["backspace"] * 2, *"f99", "enter")
        await until(pilot, lambda: list(app._notifications))
        assert [each.message for each in app._notifications][-1].startswith("keys.help: 'f99' is no key")
        await pilot.press("backspace", "backspace", "7", "enter", "f7")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        assert file.load().keys == {"help": "f7"}
        await pilot.press("escape", "up", "enter", "down", "backspace")
        await until(pilot, lambda: file.load().keys == {})
        await until(pilot, lambda: "keys.help" not in picture(app))


async def test_a_key_that_comes_before_the_screen_is_there_does_nothing(study) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = SettingsScreen()
        app.push_screen(screen)
        assert await app._check_bindings("enter", priority=True) is False
        await pilot.pause()
        assert screen.list.has_focus
