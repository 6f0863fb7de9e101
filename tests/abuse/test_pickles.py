"""Objects that act when they are loaded, shown, compared or reported: only ever inside the walls."""

from __future__ import annotations

import pytest

EVIL = """
import os, pickle, torch
class Evil:
    def __reduce__(self): return (os.system, (f'cat {KEY}; echo evil >> {RC}; touch {HOME}/evil',))
"""
LOADS = {
    "torch.load": "torch.save(Evil(), 'e.pt')\ntorch.load('e.pt', weights_only=False)",
    "torch.load, careful": "torch.save(Evil(), 'e.pt')\ntry: torch.load('e.pt')\nexcept Exception: pass",
    "pickle": "pickle.loads(pickle.dumps(Evil()))",
    "joblib of numpy": (
        "import numpy\nnumpy.save('e.npy', numpy.array([Evil()], dtype=object), allow_pickle=True)\n"
        "numpy.load('e.npy', allow_pickle=True)"
    ),
    "queue": "import multiprocessing as m\nq = m.SimpleQueue()\nq.put(Evil())\nq.get()",
    "copy": "import copy\ncopy.copy(Evil())",
    "hub": "torch.hub.load('.', 'evil', source='local')",
}


@pytest.mark.parametrize("name", LOADS)
def test_a_hostile_pickle_stays_behind_the_walls(walled, loot, aimed, out, name):
    facts = {"KEY": str(loot.key), "RC": str(loot.rc), "HOME": str(loot.home)}
    result = walled.run(aimed(EVIL + LOADS[name], **facts))
    assert "BEGIN PRIVATE" not in out(result)
    assert loot.untouched


REPORTED = {
    "repr": "def __repr__(self): raise SystemExit(0)",
    "endless": "def __repr__(self): return 'x' * 10**8",
    "forging": "def __repr__(self): return str(__import__('os').write(3, b'{\"verb\": \"exported\"}\\n'))",
    "class": "__class__ = property(lambda self: 1 / 0)",
    "attributes": "def __getattribute__(self, name): raise SystemExit(name)",
    "equality": "def __eq__(self, other): return True\n    def __bool__(self): raise KeyboardInterrupt",
    "a tensor that is none": "shape = dtype = device = grad = property(lambda self: 1 / 0)",
}


@pytest.mark.parametrize("name", REPORTED)
def test_a_value_that_resists_being_reported_harms_only_its_run(walled, name):
    code = f"class V:\n    {REPORTED[name]}\nv = V()\nv"
    result = walled.run(code, {"timeout": 5}, exports=["v", "[v]", "v.x", "exit()", "1 +"])
    assert result.done["left"] == 0
    assert len(result.all("done")) == 1
    assert walled.run("print('next')").out == "next\n"
