"""Floods of output: cut, counted, and neither the supervisor nor another run feels them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sandbox.modes import TODAY

pytestmark = TODAY
MIB = 1 << 20
FLOODS = {
    "print": "while True: print('y' * 200)",
    "without newline": "import os\nwhile True: os.write(2, b'z' * 65536)",
    "one long line": "print('a' * 50_000_000)",
    "both streams": "import os\nwhile True:\n    os.write(1, b'o' * 8192); os.write(2, b'e' * 8192)",
    "not text": "import os\nwhile True: os.write(1, bytes(range(256)) * 200)",
    "zeros": "import os\nwhile True: os.write(1, bytes(65536))",
    "escapes": "import os\nwhile True: os.write(1, b'\\x1b[31m' * 9000)",
    "prompts": "while True:\n    try: input('?' * 5000)\n    except EOFError: pass",
    "exceptions": "import warnings, sys\nwhile True:\n    warnings.warn('w' * 2000); sys.unraisablehook",
    "figures": (
        "import matplotlib.pyplot as plt\nwhile True:\n"
        "    plt.plot(range(10000)); plt.title('t' * 10000); plt.show()"
    ),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_cut_and_nobody_drowns(walled, name):
    before = resident(walled.process.pid)
    run = walled.begin(FLOODS[name], {"timeout": 0.4, "output": 100_000})
    result = walled.finish(run)
    assert result.done["reason"] == "timeout" or result.done["status"] == "ok"
    for stream in ("stdout", "stderr"):
        assert len(result.text(stream)) < 100_000 + 80_000
    assert resident(walled.process.pid) - before < 48 * MIB
    assert walled.run("print('next')").out == "next\n"


def resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096


def test_what_was_cut_is_counted(walled):
    result = walled.run("print('a' * 5_000_000)", {"output": 1000})
    assert sum(frame["dropped"] for frame in result.all("truncated")) > 4_000_000
    assert result.out.endswith("a\n"), "the end is shown as well"
