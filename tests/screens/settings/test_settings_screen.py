"""The settings screen: what is changed there is so at once, and in the file."""

import pytest

from studytui.settings import file
from studytui.settings.model import Settings
from studytui.tui.screens.help import HelpScreen

SIZES = [(80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYTUI_HOME", str(tmp_path))


@pytest.mark.parametrize("size", SIZES)
async def test_enter_takes_the_next_choice_and_the_screen_follows(study, picture, size):
    app = study()
    async with app.run_test(size=size) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert "theme" in picture(app)
        assert "safe for colour-blind eyes" in picture(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme == "study-light"
        assert file.load().theme == "study-light"
        await pilot.press("backspace")
        await pilot.pause()
        assert app.theme == "study-dark"
        await pilot.press("escape")
        await pilot.pause()
        assert "theme" not in picture(app)


async def test_what_has_to_be_typed_is_typed_and_what_is_wrong_stays_to_be_mended(study, picture):
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", *["down"] * 3, "enter")
        await pilot.press("backspace", "backspace", *"999", "enter")
        await pilot.pause()
        assert [each.message for each in app._notifications] == ["new_per_day: Expected `int` <= 200"]
        await pilot.press(*["backspace"] * 2, "enter")
        await pilot.pause()
        assert app.settings.new_per_day == 9
        assert file.load().new_per_day == 9


async def test_a_rebound_key_works_and_is_shown_everywhere(study, picture):
    app = study(settings=Settings(keys={"help": "f9", "settings": "f7"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert "colour-blind" not in picture(app)
        await pilot.press("f9")
        await pilot.pause()
        assert "F9" in picture(app)
        await pilot.press("end")
        await pilot.pause()
        assert "F7" in picture(app)
        await pilot.press("escape", "f7")
        await pilot.pause()
        assert "colour-blind" in picture(app)


@pytest.mark.parametrize("size", SIZES)
async def test_profiles_and_keys_stand_below_and_can_be_changed(study, picture, size):
    file.change("profiles.gpu.launcher", "ssh gpu07")
    file.change("keys.help", "f9")
    app = study(settings=file.load())
    async with app.run_test(size=size) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        shown = " ".join(picture(app).split())
        assert "profiles.gpu.launcher ssh gpu07" in shown
        assert "keys 1 keys.help f9" in shown
        await pilot.press("end", "enter", *["backspace"] * 2, *"f99", "enter")
        await pilot.pause()
        assert [each.message for each in app._notifications][-1].startswith("keys.help: 'f99' is no key")
        await pilot.press("backspace", "backspace", "7", "enter", "f7")
        await pilot.pause()
        assert file.load().keys == {"help": "f7"}
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "up", "enter", "down", "backspace")
        await pilot.pause()
        assert file.load().keys == {}
        assert "keys.help" not in picture(app)
