"""What blocks of notes take for granted: the usual imports, and stand-ins for names that nobody makes."""

from __future__ import annotations

import re

IMPORTS = {
    "torch": "import torch",
    "nn": "from torch import nn",
    "F": "import torch.nn.functional as F",
    "np": "import numpy as np",
    "numpy": "import numpy",
    "plt": "import matplotlib.pyplot as plt",
    "matplotlib": "import matplotlib",
    "optim": "from torch import optim",
    "autograd": "from torch import autograd",
    "Tensor": "from torch import Tensor",
    "Variable": "from torch.autograd import Variable",
    "Dataset": "from torch.utils.data import Dataset",
    "DataLoader": "from torch.utils.data import DataLoader",
    "TensorDataset": "from torch.utils.data import TensorDataset",
    "random_split": "from torch.utils.data import random_split",
    **{
        name: f"from torch.optim.lr_scheduler import {name}"
        for name in ("LambdaLR", "StepLR", "ExponentialLR", "CosineAnnealingLR", "ReduceLROnPlateau")
    },
    "OrderedDict": "from collections import OrderedDict",
    "tqdm": "from tqdm import tqdm",
    **{name: f"import {name}" for name in ("math", "copy", "random", "os", "sys", "time", "warnings", "io")},
}
DATA = "from torch.utils import data"
DATA_USED = re.compile(r"\bdata\.(?:Dataset|DataLoader|TensorDataset|Subset|Sampler|random_split)\b")

_TENSOR = (
    "torch.rand(2, 3)",
    "torch.rand(2, 3, 4)",
    "torch.tensor([0, 1, 2])",
    "torch.rand((), requires_grad=True)",
)
STAND_INS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("x", "X", "input", "inputs", "tensor", "t", "a", "A"), _TENSOR),
    **dict.fromkeys(("y", "Y", "b", "B", "target"), _TENSOR),
    "tensors": ("[torch.rand(4, 3), torch.rand(4)]",),
    "dataset": ("torch.utils.data.TensorDataset(torch.rand(10, 3))",),
    **dict.fromkeys(("model", "net"), ("torch.nn.Linear(3, 2)",)),
    **dict.fromkeys(("dim", "axis"), ("1",)),
    **dict.fromkeys(("repeats", "num_heads", "out_features", "hidden_size", "num_layers"), ("2",)),
    **dict.fromkeys(("num_features", "in_channels", "in_features", "input_size", "kernel_size"), ("3",)),
    **dict.fromkeys(("embed_dim", "out_channels", "num_classes", "batch_size"), ("4",)),
    "unflattened_size": ("(3, 1)",),
    "normalized_shape": ("(3,)",),
    "lengths": ("[0.5, 0.5]",),
    "device": ("torch.device('cpu')",),
}
"""Name -> values to try, in order: the names of parameters in the documentation, and x."""


def import_for(name: str, code: str) -> str:
    """The import that gives `name`, when it is one of the usual ones; "" otherwise."""
    if name == "data":
        return DATA if DATA_USED.search(code) else ""
    return IMPORTS.get(name, "")


def alike(name: str, others: frozenset[str]) -> str:
    """A name of `others` that differs only in case or underscores: then one of the two is misspelt."""
    bare = name.lower().replace("_", "")
    return next((each for each in sorted(others) if each.lower().replace("_", "") == bare), "")
