"""Starting the app: what it needs, and how it says what is missing; and ending it from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studytui.errors import Exit, UsageError
from studytui.study.store import Store
from studytui.tui.start import over_ssh, require_lesson

SAMPLES = Path(__file__).parents[1] / "data" / "lessons"
PROGRAM = """
import sys
from pathlib import Path
from studytui.runner.request import RunnerOptions
from studytui.tui.start import run_app
lessons = Path(sys.argv[1])
sys.exit(
    run_app(lesson=sys.argv[2] or None, lessons_dir=lessons, runner_options=RunnerOptions(), trust=True)
)
"""
HEAVY = ("torch", "numpy", "matplotlib", "plotext", "fsrs", "sympy")


def command(lessons: Path, lesson: str = "") -> list[str]:
    return [sys.executable, "-c", PROGRAM, str(lessons), lesson]


def test_without_a_terminal_it_says_so_in_one_line_with_code_2() -> None:
    result = subprocess.run(
        command(SAMPLES), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert result.returncode == Exit.USAGE
    assert result.stdout == ""
    assert result.stderr.startswith("studytui: the app needs a terminal")
    assert result.stderr.count("\n") == 1


def test_an_unknown_lesson_is_named_with_the_nearest_known_one(library) -> None:
    require_lesson(library, "sample")
    with pytest.raises(UsageError, match="no lesson 'sampel'; did you mean sample"):
        require_lesson(library, "sampel")


def test_ssh_is_known_by_its_variables() -> None:
    assert over_ssh({"SSH_TTY": "/dev/pts/1"})
    assert not over_ssh({"TERM": "xterm"})


@pytest.mark.parametrize(("theirs", "rate"), [({}, 240), ({"TEXTUAL_FPS": "30"}, 30)])
def test_letters_need_not_wait_for_the_picture_before_unless_the_learner_chose_a_rate(theirs, rate) -> None:
    probe = (
        "import os, sys; from studytui.tui.start import tell_textual\n"
        "assert 'textual' not in sys.modules\n"
        "tell_textual(os.environ, quiet=False)\n"
        "from textual.constants import MAX_FPS; print(MAX_FPS)"
    )
    plain = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    seen = subprocess.check_output([sys.executable, "-c", probe], text=True, env=plain | theirs)
    assert int(seen) == rate


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    probe = (
        "import sys; import studytui.tui.app, studytui.tui.screens.lesson; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_ctrl_e_opens_the_learners_editor_and_takes_back_what_was_saved(tmp_path: Path, terminal) -> None:
    edit = f"{sys.executable} -c \"import sys; f = open(sys.argv[1], 'a'); f.write('# added outside')\""
    one = terminal(PROGRAM, str(SAMPLES), "sample", STUDYTUI_HOME=str(tmp_path), VISUAL=edit)
    one.wait_for("1 of 7")
    one.send("n")
    one.wait_for("2 of 7")
    one.send("\x05")
    one.wait_for("# added outside")
    one.wait_for("edited")
    one.wait_for("F5 Run")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_cleanly_and_the_text_is_kept(tmp_path: Path, terminal, number) -> None:
    one = terminal(PROGRAM, str(SAMPLES), "sample", STUDYTUI_HOME=str(tmp_path))
    one.wait_for("1 of 7")
    one.send("n")
    one.wait_for("2 of 7")
    one.send("\r")
    one.wait_for("F10 Next")
    one.send("#!")
    one.wait_for("edited")
    os.kill(one.pid, number)
    assert one.ended() == 128 + number
    store = Store.open(tmp_path / "data" / "study.db")
    assert (store.draft("sample", "square") or "").startswith("#!import")
    place = store.place()
    assert place is not None
    assert (place.lesson, place.step, place.column) == ("sample", "square", 2)
