"""Becoming somebody else, or more than one was."""

from __future__ import annotations

from pathlib import Path

ATTACKS = """
import ctypes, os, shutil, struct, subprocess
c = ctypes.CDLL(None)
everything = struct.pack('IIIIII', *[0xffffffff] * 6)
for attempt in (
    lambda: os.setuid(0), lambda: os.setreuid(0, 0), lambda: os.setresuid(0, 0, 0), lambda: os.setgid(0),
    lambda: os.setgroups([0, 4, 6]), lambda: c.setfsuid(0),
    lambda: os.setuid(1), lambda: os.setresgid(1, 1, 1),
    lambda: c.syscall(126, struct.pack('Ii', 0x20080522, 0), everything),
    lambda: c.prctl(8, 1, 0, 0, 0), lambda: c.prctl(28, 0x3f, 0, 0, 0), lambda: c.prctl(47, 2, 21, 0, 0),
    lambda: c.prctl(38, 0, 0, 0, 0),
    lambda: subprocess.run(['su', '-c', 'touch ' + MARK], stdin=-3, capture_output=True, timeout=3),
    lambda: subprocess.run(['sudo', '-n', 'touch', MARK], capture_output=True, timeout=3),
    lambda: subprocess.run(['newgrp'], stdin=-3, capture_output=True, timeout=3),
    lambda: subprocess.run(['passwd', '-d', 'root'], stdin=-3, capture_output=True, timeout=3),
    lambda: (shutil.copy('/bin/cat', 'cat'), os.chmod('cat', 0o4755)),
    lambda: subprocess.run(['setcap', 'all+ep', 'cat'], capture_output=True),
    lambda: subprocess.run(['pkexec', 'touch', MARK], capture_output=True, timeout=3),
):
    try: print(attempt())
    except BaseException as error: print(error)
print(os.getcwd())
"""


def test_nobody_gains_anything(walled, holding, aimed, tmp_path, record_property):
    record_property("attempts", ATTACKS.count("lambda"))
    mark = tmp_path / "marked"
    pid, said = holding(aimed(ATTACKS, MARK=str(mark)))
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    for kind in ("CapEff", "CapPrm", "CapInh", "CapAmb"):
        assert int(status[kind], 16) == 0, kind
    assert status["NoNewPrivs"].strip() == "1"
    if walled.user[0]:
        assert set(status["Uid"].split()) == {str(walled.user[0])}
    assert not mark.exists()
    copied = Path(said.split()[-2]) / "cat"
    assert not copied.exists() or not copied.stat().st_mode & 0o6000


def test_root_without_powers_cannot_pass_by_modes(walled, loot, aimed, out):
    """A file nobody may read: only CAP_DAC_OVERRIDE would, and that is gone."""
    code = "import os\nos.close(os.open('locked', os.O_CREAT | os.O_WRONLY, 0))\nprint(open('locked').read())"
    assert walled.run(code).done["status"] == "error"
