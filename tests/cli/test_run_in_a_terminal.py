"""In a terminal, `studytui run` shows clean text, colours kept, and explains errors."""

import os
import pty
import re
import subprocess
import sys

SOURCE = """
print("a\\x1b]52;c;eHg=\\x07b \\x1b[31mred\\x1b[0m \\x1b[2Jc")
import torch
torch.ones(3, 4) @ torch.ones(3, 4)
"""


def seen(words: list[str], folder, root) -> tuple[bytes, int]:
    """What a terminal receives from `studytui WORDS`, and the exit code."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(root), "TERM": "xterm-256color", "COLUMNS": "80"}
    process = subprocess.Popen(
        [sys.executable, "-m", "studytui", *words],
        cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    received = b""
    try:
        while piece := os.read(ours, 65536):
            received += piece
    except OSError:  # Linux says "input/output error" once the other end is closed
        pass
    os.close(ours)
    return received, process.wait(timeout=120)


def test_escapes_are_taken_out_and_the_error_is_explained(tmp_path, request):
    (tmp_path / "p.py").write_text(SOURCE)
    received, code = seen(["run", "p.py"], tmp_path, request.config.rootpath)
    text = received.decode()
    assert code == 1
    assert "ab \x1b[31mred\x1b[0m c\r\n" in text
    assert "\x1b]" not in text
    assert "RuntimeError: mat1 and mat2 shapes cannot be multiplied" in text
    assert "hint: A product of (3×4) and (3×4)" in text
    assert "(lesson: matrix-products)" in text


def test_the_warming_line_leaves_no_trace(tmp_path, request):
    (tmp_path / "p.py").write_text("print('done')")
    received, _ = seen(["run", "p.py"], tmp_path, request.config.rootpath)
    lines = re.split(r"\r\n", received.decode())
    assert lines[0].rpartition("\x1b[K")[2] == "done"


COLOUR = re.compile(rb"\x1b\[[0-9;]+m")
CURVE = "for k in range(60):\n    loss = 5 - k / 20\n    print('loss', loss)\n"


def test_no_color_and_ascii_locales_are_heeded(tmp_path, request, monkeypatch):
    (tmp_path / "p.py").write_text(CURVE)
    root = request.config.rootpath
    assert COLOUR.search(seen(["run", "p.py"], tmp_path, root)[0].rpartition(b"loss 2.05")[2])
    monkeypatch.setenv("NO_COLOR", "1")
    plain = seen(["run", "p.py"], tmp_path, root)[0].rpartition(b"loss 2.05")[2]
    assert not COLOUR.search(plain)
    assert "⣀" in plain.decode() or "⠤" in plain.decode()
    monkeypatch.setenv("LC_ALL", "C")
    letters = seen(["run", "p.py"], tmp_path, root)[0].rpartition(b"loss 2.05")[2]
    assert letters.isascii()
    assert b"loss: " in letters
