"""A program that imports from its own folder, as one that trains does: it runs, and its loss is a curve."""

from __future__ import annotations

from studytui.runner.beside import modules_beside

TRAINER = """import torch
from parts.data import points


class Trainer:
    def __init__(self, model):
        self.model = model
        self.optimizer = torch.optim.SGD(model.parameters(), lr=0.05)

    def fit(self, epochs):
        for epoch in range(epochs):
            x, y = points()
            self.optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(self.model(x), y)
            loss.backward()
            self.optimizer.step()
"""
DATA = "import torch\ndef points():\n    x = torch.randn(8, 3)\n    return x, x.sum(1, keepdim=True)\n"
MAIN = """import torch
from trainer import Trainer
Trainer(torch.nn.Linear(3, 1)).fit(25)
print("done")
"""


def test_a_trainer_from_a_file_beside_is_recorded(studytui, program, tmp_path):
    (tmp_path / "trainer.py").write_text(TRAINER)
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "__init__.py").write_text("")
    (tmp_path / "parts" / "data.py").write_text(DATA)
    done = studytui("run", "--plot", "--grad-norm", program(MAIN))
    assert (done.returncode, done.stderr) == (0, b"")
    words = done.stdout.decode().splitlines()
    assert words[0] == "done"
    assert sum(line.startswith("loss: ") and "25 steps" in line for line in words) == 1
    assert sum(line.startswith("grad norm: ") and "25 steps" in line for line in words) == 1


def test_only_what_is_imported_is_read(tmp_path):
    for name in ("used", "other", "secret"):
        (tmp_path / f"{name}.py").write_text("import used, missing\n")
    (tmp_path / "bad.py").write_bytes(b"\xff\xfe")
    code = "import used.part, bad, main, os\nfrom . import other\nx = 'import secret'\n"
    assert modules_beside(tmp_path / "main.py", code) == (("used.py", "import used, missing\n"),)
    assert modules_beside(tmp_path / "main.py", "import (") == ()
