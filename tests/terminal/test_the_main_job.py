"""The main job at 80×24 in a real terminal: run, watch the loss, change the code, compare, stop."""

from __future__ import annotations

from pathlib import Path

WARM = "isolation"


def code_shown(screen: str) -> str:
    """The numbered lines of the editor."""
    return "\n".join(line for line in screen.splitlines() if line[:2].strip().isdigit())


def test_a_loss_curve_is_drawn_and_the_run_before_stays_as_a_ghost(tmux, studytui) -> None:
    tmux.start([*studytui, "training-loop"])
    tmux.wait_for(WARM, "1 of")
    tmux.press("n")
    tmux.wait_for("import torch")
    tmux.press("F5")
    tmux.wait_for("2000 steps")
    tmux.press("Enter")
    tmux.press(*["Down"] * 8, "End", "BSpace")
    tmux.type("7")
    tmux.wait_for("lr = 1e-7", "edited")
    tmux.press("F5", "F3")
    tmux.wait_for("loss before", "2000 steps", "2240")  # where lr = 1e-7 ends; the first run ended at 12.29
    loaded = tmux.mapped()
    assert "python" in loaded
    assert "/torch/" not in loaded  # two trainings later, the app process has still loaded neither
    assert "/numpy/" not in loaded


def test_a_run_that_never_ends_is_stopped_and_says_where_it_was(tmux, studytui, tmp_path: Path) -> None:
    file = tmp_path / "endless.py"
    file.write_text('print("be" + "gun")\nsteps = 0\nwhile True:\n    steps += 1\n')
    tmux.start([*studytui, "play", str(file)])
    tmux.wait_for(WARM, "while True")
    tmux.press("F5")
    tmux.wait_for("begun")
    tmux.press("F6")
    screen = tmux.wait_for("KeyboardInterrupt")
    assert "line 3" in screen or "line 4" in screen


def test_the_app_opens_again_where_it_was_left_with_the_same_text(tmux, studytui) -> None:
    tmux.start([*studytui, "gradients"])
    tmux.wait_for("1 of")
    tmux.press("n")
    tmux.wait_for("2 of")
    tmux.press("Enter", "End")
    tmux.type("  # mine")
    tmux.wait_for("# mine", "edited")
    before = code_shown(tmux.screen())
    tmux.press("C-q")
    tmux.wait_for("EXIT=0")
    tmux.stop()
    tmux.start(studytui)
    assert code_shown(tmux.wait_for("2 of", "# mine", "edited")) == before
