"""Python itself, where a learner of torch meets it."""

from studytui.runner.postmortem.hint import Facts, Hint

USUAL = {
    "torch": "import torch",
    "nn": "from torch import nn",
    "F": "import torch.nn.functional as F",
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "optim": "from torch import optim",
    "DataLoader": "from torch.utils.data import DataLoader",
    "math": "import math",
}


def _undefined(facts: Facts) -> str:
    if line := USUAL.get(facts["name"]):
        return f"Every run starts afresh. Put `{line}` at the top."
    return (
        f"Nothing called {facts['name']} exists yet: every run starts afresh, so it must be made above this "
        f"line, spelled alike."
    )


def _module(facts: Facts) -> str:
    return (
        f"{facts['name']} is not installed for the interpreter that runs the code; `studytui doctor` shows "
        f"which. The lessons need only torch, numpy and matplotlib."
    )


HINTS = (
    Hint(r"name '(?P<name>\w+)' is not defined", _undefined, "start-here", errors=("NameError",)),
    Hint(r"No module named '(?P<name>[\w.]+)'", _module, "start-here", errors=("ModuleNotFoundError",)),
    Hint(
        r"module 'torch(?P<sub>[\w.]*)' has no attribute '(?P<name>\w+)'",
        "torch{sub} has nothing called {name} in this version. print([n for n in dir(torch{sub}) if '…' in "
        "n]) finds names.",
        "start-here",
        errors=("AttributeError",),
    ),
    Hint(
        r"'Tensor' object has no attribute 'append'",
        "Tensors do not grow. Collect in a list and torch.stack it at the end, or use torch.cat.",
        "joining",
    ),
    Hint(
        r"'Tensor' object is not callable",
        "A tensor is being called like a function: x(…) where x[…] was meant, or a name such as sum or loss "
        "that now "
        "holds a tensor.",
        "names-and-copies",
    ),
    Hint(
        r"'Tensor' object has no attribute '(?P<name>\w+)'",
        "Tensors have no {name}. A NumPy name may be spelled differently in torch, or live in "
        "torch.{name}(x).",
        "numpy-bridge",
    ),
    Hint(
        r"(?P<name>\w+)\(\): argument '(?P<argument>\w+)' \(position (?P<position>\d+)\) must be "
        r"(?P<need>[\w ]+), not (?P<got>\w+)",
        "{name}() wants {need} for {argument} (argument {position}) and got {got}.",
        "making-tensors",
    ),
    Hint(
        r"expected np\.ndarray \(got (?P<got>\w+)\)",
        "from_numpy takes a NumPy array; for a {got} use torch.tensor(…).",
        "numpy-bridge",
    ),
    Hint(
        r"missing 1 required positional arguments?: \"dim\"",
        "Say along which dimension: dim=-1 is the last one, usually the classes.",
        "cross-entropy",
    ),
    Hint(
        r"too many values to unpack \(expected (?P<need>\d+)\)",
        "The right side has more parts than the {need} names on the left. A tensor is unpacked along its "
        "first dimension.",
        "indexing",
    ),
    Hint(
        r"maximum recursion depth exceeded",
        "A function calls itself without end. In a Module, forward must call the layers, not self(x).",
        "modules",
        errors=("RecursionError",),
    ),
    Hint(
        r"was never closed|unterminated|unexpected EOF",
        "A bracket or a quote is opened and not closed; the mistake may be on the line before.",
        errors=("SyntaxError",),
    ),
    Hint(
        r"expected an indented block|unindent does not match|unexpected indent",
        "The lines of a block are indented alike, four blanks further than the line with the colon.",
        errors=("IndentationError", "TabError"),
    ),
)
