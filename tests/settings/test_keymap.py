"""What is said about a key map: nothing about studytui's own, one line about each thing that is wrong."""

from __future__ import annotations

from textual.keys import Keys

from studytui.cli.keys import commands
from studytui.settings.keymap import Bound, is_key, problems, split

CODE = (Bound("Code", "run", ("f5", "ctrl+j")), Bound("Code", "stop", ("f6",)), Bound("Plot", "log", ("f5",)))


def test_every_key_of_the_app_and_of_textual_is_one() -> None:
    ours = {key for command in commands() for key in command.keys}
    theirs = {key.value for key in Keys if key.value[0] != "<"} - {"return", "ctrl-at", "ctrl+@"}
    assert {key for key in ours | theirs if not is_key(key)} == set()


def test_commands_that_share_a_key_by_themselves_are_no_problem() -> None:
    assert problems({}, commands()) == ()
    assert problems({"run": "ctrl+y"}, commands()) == ()


def test_each_mistake_is_named_with_the_nearest() -> None:
    keymap = {"rnu": "f9", "stop": "F6", "log": ""}
    assert problems(keymap, CODE) == (
        "keys.rnu: there is no command 'rnu'; did you mean 'run'?",
        "keys.stop: 'F6' is no key; did you mean 'f6'?",
        'keys.log: names no key; write one such as "f5" or "ctrl+r"',
    )


def test_a_key_used_twice_in_one_place_is_named_once() -> None:
    (said,) = problems({"run": "f7", "stop": "f7"}, CODE)
    assert said == "keys: 'f7' is used twice in Code: run and stop"
    assert problems({"run": "f6", "stop": "f5"}, CODE) == ()  # exchanged
    assert problems({"log": "f6"}, CODE) == ()  # another place


def test_characters_have_names() -> None:
    assert split("?, / ,x,-") == ("question_mark", "slash", "x", "minus")
