"""`config.toml`: wrong things are named with their line, a change keeps everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import UsageError
from studytui.settings import file
from studytui.settings.fields import fields
from studytui.settings.model import Settings, Where
from studytui.settings.places import chosen

WRONG = {
    "quiet = 'yes'\nthem = 'x'": "config.toml:2: there is no setting 'them'; did you mean 'theme'?",
    "theme = 'x'": "config.toml:1: theme: Invalid enum value 'x'; it is one of study-dark,",
    "# mine\n\nthreads = 0": "config.toml:3: threads: Expected `int` >= 1",
    "[profiles.gpu]\nlaunch = 'ssh a'": "config.toml:2: there is no setting 'launch'; did you mean 'launch",
    "[keys]\nrun = 3": "keys: Expected `str`, got `int`",
    "theme = ": "config.toml:",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_named_with_its_line(text):
    with pytest.raises(UsageError) as caught:
        file.parse(text)
    assert WRONG[text] in str(caught.value)
    assert "\n" not in str(caught.value)


def test_without_a_file_everything_is_as_it_is_by_itself(tmp_path):
    assert file.load(tmp_path / "config.toml") == Settings()


def test_a_change_keeps_comments_and_what_else_was_set(tmp_path):
    path = tmp_path / "deep" / "config.toml"
    path.parent.mkdir()
    path.write_text("# my own words\nthreads = 2 # two are enough\n")
    file.change("theme", "ansi-light", path)
    file.change("profiles.gpu.launcher", "ssh gpu07", path)
    file.change("keys.run", "ctrl+r", path)
    file.change("theme", None, path)
    text = path.read_text()
    assert text.startswith("# my own words\nthreads = 2 # two are enough\n")
    assert file.load(path) == Settings(
        threads=2, profiles={"gpu": Where(launcher="ssh gpu07")}, keys={"run": "ctrl+r"}
    )


def test_a_wrong_change_changes_nothing(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("threads = 2\n")
    with pytest.raises(UsageError, match=r"^threads: Expected"):
        file.change("threads", 0, path)
    assert path.read_text() == "threads = 2\n"


def test_a_broken_file_is_never_written_over(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("threads = \n")
    with pytest.raises(UsageError, match=r"config\.toml:1"):
        file.change("theme", "ansi-dark", path)
    assert path.read_text() == "threads = \n"


@given(st.text())
def test_any_text_is_settings_or_a_line_of_words(text):
    try:
        said = file.parse(text)
    except UsageError as error:
        said = error
    assert isinstance(said, Settings) or str(said).startswith("config.toml")


def test_every_setting_says_what_it_is_for():
    assert {each.name for each in fields()} == set(Settings.__struct_fields__) - {"profiles", "keys"}
    assert all(each.help.endswith(".") for each in fields())


def test_the_command_line_goes_before_the_profile_and_that_before_the_file():
    settings = Settings(threads=2, device="cpu", profiles={"gpu": Where(device="cuda", launcher="ssh a")})
    assert chosen(settings, None, {}) == Where(threads=2, device="cpu")
    assert chosen(settings, "gpu", {"threads": None}) == Where(device="cuda", launcher="ssh a")
    assert chosen(settings, "gpu", {"device": "cuda:1"}).device == "cuda:1"
    with pytest.raises(UsageError, match="did you mean 'gpu'"):
        chosen(settings, "gup", {})
