"""What torch legitimately needs goes on working behind the walls, as each kind of user."""

from __future__ import annotations

import pytest

LOADER = "from torch.utils.data import *\nd = DataLoader(TensorDataset(torch.ones(64, 3)), batch_size=8{})\n"
WORKS = {
    "four threads": (
        "x = torch.randn(400, 400) @ torch.randn(400, 400); print(torch.get_num_threads())",
        "4",
    ),
    "autograd": (
        "x = torch.randn(9, 9, requires_grad=True); (x @ x).sum().backward(); print(x.grad.shape[0])",
        "9",
    ),
    "save and load": (
        "torch.save({'a': torch.ones(3)}, 'm.pt'); print(torch.load('m.pt')['a'].sum().item())",
        "3.0",
    ),
    "mapped load": (
        "torch.save(torch.ones(9), 'm.pt'); print(torch.load('m.pt', mmap=True).sum().item())",
        "9.0",
    ),
    "loader": (LOADER.format("") + "print(sum(b[0].sum() for b in d).item())", "192.0"),
    "thread pool": (
        "from concurrent.futures import ThreadPoolExecutor as E\nprint(sum(E(4).map(abs, range(4))))",
        "6",
    ),
    "asyncio": (
        "import asyncio\nasync def m(): await asyncio.sleep(.01); return 3\nprint(asyncio.run(m()))",
        "3",
    ),
    "matplotlib": (
        "import os, matplotlib.pyplot as plt\n"
        "plt.plot([1, 2]); plt.savefig('f.png'); print(os.path.exists('f.png'))",
        "True",
    ),
    "temporary file": ("import tempfile\nf = tempfile.TemporaryFile(); f.write(b'x'); print(f.tell())", "1"),
    "numpy": ("import numpy as np\nprint(round(np.linalg.svd(np.ones((9, 9)))[1][0]))", "9"),
    "late import": ("import sympy\nprint(sympy.Integer(3))", "3"),
    "profiler": (
        "from torch.profiler import profile\nwith profile() as p: torch.ones(3) + 1\n"
        "print(len(p.events()) > 0)",
        "True",
    ),
    "script": ("@torch.jit.script\ndef f(x): return x * 2\nprint(f(torch.ones(1)).item())", "2.0"),
    "vmap": ("print(torch.func.vmap(lambda x: x.sum())(torch.ones(3, 4)).sum().item())", "12.0"),
    "compile": (
        "f = torch.compile(lambda x: x * 2 + 1, backend='eager')\nprint(f(torch.ones(1)).item())",
        "3.0",
    ),
    "fake process group": (
        "import torch.distributed as d\nfrom torch.testing._internal.distributed.fake_pg import FakeStore\n"
        "d.init_process_group('fake', store=FakeStore(), rank=0, world_size=4); print(d.get_world_size())",
        "4",
    ),
}
WITH_PROCESSES = {
    "loader with workers": (
        LOADER.format(", num_workers=2") + "print(sum(b[0].sum() for b in d).item())",
        "192.0",
    ),
    "shared tensor": (
        "import torch.multiprocessing as mp\nw = torch.zeros(4).share_memory_()\ndef f(w): w.add_(1)\n"
        "ps = [mp.Process(target=f, args=(w,)) for _ in range(3)]\n"
        "[p.start() for p in ps]; [p.join() for p in ps]\n"
        "print(w.sum().item() > 0)",
        "True",
    ),
    "pool": ("import multiprocessing as mp\nprint(sum(mp.Pool(2).map(abs, range(5))))", "10"),
    "terminate": (
        "import multiprocessing as mp, time\np = mp.Process(target=time.sleep, args=(90,))\n"
        "p.start(); p.terminate(); p.join(); print(p.exitcode)",
        "-15",
    ),
    "subprocess": (
        "import subprocess\nprint(subprocess.run(['echo', 'hi'], capture_output=True).stdout)",
        "b'hi\\n'",
    ),
    "shared memory": (
        "from multiprocessing import shared_memory as s\nm = s.SharedMemory(create=True, size=99)\n"
        "m.buf[0] = 7; print(m.buf[0]); m.close(); m.unlink()",
        "7",
    ),
}
GLOO = """
import os, torch, torch.distributed as d, torch.multiprocessing as mp
os.environ.update(GLOO_SOCKET_IFNAME='lo', MASTER_ADDR='127.0.0.1', MASTER_PORT='29511')
def rank(r):
    d.init_process_group('gloo', rank=r, world_size=2)
    t = torch.ones(2) * (r + 1); d.all_reduce(t)
    if r == 0: print(t.tolist(), flush=True)
ps = [mp.Process(target=rank, args=(r,)) for r in range(2)]
[p.start() for p in ps]; [p.join() for p in ps]
"""


@pytest.mark.parametrize("name", [*WORKS, *WITH_PROCESSES])
def test_it_works(walled, name):
    code, expected = {**WORKS, **WITH_PROCESSES}[name]
    result = walled.run("import torch\n" + code, {"timeout": 60}, threads=4 if name == "four threads" else 1)
    assert result.out == expected + "\n", (result.err, result.done)


def test_two_ranks_talk_over_a_loopback_of_their_own(walled):
    if not walled.mode.namespaces:
        pytest.skip("real process groups need a network of their own")
    result = walled.run(GLOO, {"timeout": 60})
    assert result.out == "[3.0, 3.0]\n", (result.err, result.done)


def test_input_goes_through_the_app(walled):
    run = walled.begin("print('hello', input('name? '))", interactive=True)
    walled.wait_for(run, "started")
    walled.send("input", run=run, text="Ada")
    assert "hello Ada" in walled.finish(run).out
