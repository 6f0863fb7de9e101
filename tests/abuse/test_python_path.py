"""Python's own hooks: what one run leaves must not be found by the next, nor by the app's interpreter."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PLANTS = {
    "site": (
        "for n in ('sitecustomize', 'usercustomize', 'torch', 'json', 'random'):\n"
        "    open(n + '.py', 'w').write('print(\"PLANTED\")')"
    ),
    "pth": "open('abuse.pth', 'w').write('import sys; print(\"PLANTED\")')",
    "builtins": "import builtins\nbuiltins.print = lambda *a, **k: None\nbuiltins.PLANTED = 'PLANTED'",
    "torch": "import torch\ntorch.relu = 'PLANTED'\ntorch.nn.Linear.forward = 'PLANTED'",
    "import hook": "import sys\nclass H:\n    def find_spec(self, *a): sys.stdout.write('PLANTED')\n"
    "sys.meta_path.insert(0, H())",
    "path": "import os, sys\nsys.path.insert(0, os.getcwd())\n"
    "os.environ['PYTHONPATH'] = os.environ['LD_PRELOAD'] = os.getcwd()",
    "excepthook": "import sys\nsys.excepthook = sys.displayhook = lambda *a: print('PLANTED')",
    "bytecode": (
        "import importlib.util, json\npath = importlib.util.cache_from_source(json.__file__)\n"
        "try: open(path, 'wb').write(b'PLANTED')\nexcept OSError: pass"
    ),
    "the sandbox in memory": (
        "import sys\nfor name, module in list(sys.modules.items()):\n"
        "    if 'studytui' in name:\n        for key in list(vars(module)):\n"
        "            if not key.startswith('__'): setattr(module, key, 'PLANTED')"
    ),
    "preloaded library": (
        "import subprocess, os\nopen('x.so', 'wb').write(b'PLANTED')\nos.environ['LD_PRELOAD'] = './x.so'\n"
        "subprocess.run(['true'])"
    ),
}
NEXT = """
import builtins, json, os, random, sys, torch
print(torch.nn.Linear(2, 2)(torch.relu(torch.ones(2))).shape, os.listdir('.'), hasattr(builtins, 'PLANTED'))
print([name for name in ('PYTHONPATH', 'LD_PRELOAD') if name in os.environ],
      json.dumps([random.random() < 1]))
"""


@pytest.mark.parametrize("name", PLANTS)
def test_nothing_planted_comes_up_in_the_next_run(walled, name):
    walled.run(PLANTS[name])
    result = walled.run(NEXT)
    assert "PLANTED" not in result.out + result.err
    assert result.out == "torch.Size([2]) [] False\n[] [true]\n", result.err


def test_the_supervisor_and_the_warm_process_look_for_no_code_in_a_users_folder(walled, helpers, loot):
    for name in ("sitecustomize.py", "json.py", "usercustomize.py"):
        (loot.home / name).write_text("raise SystemExit('PLANTED')")
    for pid in (walled.process.pid, helpers.warm_of(walled)):
        environment = Path(f"/proc/{pid}/environ").read_bytes()
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        assert b"-I" in command or b"PYTHONPATH=" not in environment or os.getenv("PYTHONPATH")
    assert walled.run("print('next')").out == "next\n"


def test_a_preloaded_library_stays_behind_the_same_walls(forking, loot, aimed, out):
    code = (
        "import os, subprocess\nos.environ['LD_PRELOAD'] = KEY\n"
        "print(subprocess.run(['cat', KEY], capture_output=True))"
    )
    assert "TREASURE" not in out(forking.run(aimed(code, KEY=str(loot.key))))
