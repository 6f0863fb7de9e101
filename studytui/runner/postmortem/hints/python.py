"""Errors of Python itself, as a learner of torch meets them."""

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


def _meant(facts: Facts, before: str = "", after: str = "") -> str:
    """`Did you mean torch.arange?`, with a blank behind it; nothing when no name is close."""
    first = facts["close"].split(", ")[0]
    return f"Did you mean {before}{first}{after}? " if first else ""


def _undefined(facts: Facts) -> str:
    if line := USUAL.get(facts["name"]):
        return f"Every run starts afresh. Put `{line}` at the top."
    return (
        f"{_meant(facts)}Nothing called {facts['name']} exists yet: every run starts afresh, so it "
        f"must be made "
        f"above this line, spelled alike."
    )


def _module(facts: Facts) -> str:
    if facts["close"]:
        return f"{_meant(facts, 'import ')}There is no package called {facts['name']}."
    return (
        f"{facts['name']} is not installed for the interpreter that runs the code; `studytui doctor` shows "
        f"which. The lessons need only torch, numpy and matplotlib."
    )


def _of_module(facts: Facts) -> str:
    words = f"{facts['module']} has nothing called {facts['name']} in this version."
    if facts["close"]:
        return f"{_meant(facts, facts['module'] + '.')}{words}"
    return f"{words} print([n for n in dir({facts['module']}) if '…' in n]) finds names."


def _of_tensor(facts: Facts) -> str:
    words = f"Tensors have no {facts['name']}."
    if facts["close"]:
        return f"{_meant(facts, facts['x'] + '.')}{words}"
    return (
        f"{words} A NumPy name may be spelled differently in torch, or live in "
        f"torch.{facts['name']}({facts['x']})."
    )


def _of_object(facts: Facts) -> str:
    return f"{_meant(facts, after=' of it')}A {facts['type']} has nothing called {facts['name']}."


HINTS = (
    Hint(
        r"cannot access local variable '(?P<name>\w+)'|"
        r"local variable '(?P<older>\w+)' referenced before assignment",
        "{name}{older} is assigned somewhere in this function, so all of the function means its own, "
        "and that "
        "one has no value yet. Give it one first, or pass it in as an argument.",
        errors=("UnboundLocalError",),
    ),
    Hint(r"name '(?P<name>\w+)' is not defined", _undefined, "start-here", errors=("NameError",)),
    Hint(r"No module named '(?P<name>[\w.]+)'", _module, "start-here", errors=("ModuleNotFoundError",)),
    Hint(
        r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'",
        "{module} has nothing called {name} in this version. Is it spelled alike, capitals included?",
        "start-here",
        errors=("ImportError",),
    ),
    Hint(
        r"module '(?P<module>[\w.]+)' has no attribute '(?P<name>\w+)'",
        _of_module,
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
        "A tensor is being called like a function: {x}(…) where {x}[…] was meant, or a name such as "
        "sum or loss "
        "that now holds a tensor.",
        "names-and-copies",
    ),
    Hint(
        r"'Tensor' object has no attribute '(?P<name>\w+)'",
        _of_tensor,
        "numpy-bridge",
        about="role:owner|tensor|=x",
    ),
    Hint(
        r"'NoneType' object has no attribute '(?P<name>\w+)'",
        "This is None, not a tensor or a module, so it has no {name}. A function without return "
        "gives None; so do "
        "list.sort() and x.backward().",
        errors=("AttributeError",),
    ),
    Hint(
        r"'(?P<type>\w+)' object has no attribute '(?P<name>\w+)'",
        _of_object,
        "modules",
        errors=("AttributeError",),
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
        r"(?P<name>[\w.]+)\(\) got an unexpected keyword argument '(?P<argument>\w+)'",
        "{name}() has no argument called {argument}. help({name}) or the signature in the editor lists them.",
        errors=("TypeError",),
    ),
    Hint(
        r"(?P<name>[\w.]+)\(\) missing (?P<count>\d+) required positional arguments?: (?P<which>.{1,80})",
        "{name}() needs {which} as well. If self is missing, an instance is wanted: make one first, "
        "Name(…), then "
        "call it.",
        errors=("TypeError",),
    ),
    Hint(
        r"too many values to unpack \(expected (?P<need>\d+)\)",
        "The right side has more parts than the {need} names on the left. A tensor is unpacked along its "
        "first dimension.",
        "indexing",
    ),
    Hint(
        r"not enough values to unpack \(expected (?P<need>\d+), got (?P<got>\d+)\)",
        "There are {need} names on the left and {got} parts on the right. A tensor is unpacked along "
        "its first "
        "dimension; x.shape has one number per dimension.",
        "indexing",
    ),
    Hint(
        r"(?P<kind>list|tuple|string) index out of range",
        "The {kind} is shorter than that: indices count from 0 to its length less one, and -1 is the last.",
        "indexing",
        errors=("IndexError",),
    ),
    Hint(
        r"^(?P<key>.{1,60})$",
        "There is no key {key} in it: print its keys(). In a state_dict names look like 'fc1.weight'.",
        "parameters-buffers",
        errors=("KeyError",),
    ),
    Hint(
        r"'(?P<type>int|float)' object is not (?P<what>subscriptable|iterable|callable)",
        "A plain {type} is not {what}: it holds one number. Was .item() or len() taken too early, or "
        "a name such "
        "as sum or max given to a number? range(n) counts.",
        errors=("TypeError",),
    ),
    Hint(
        r"'(?P<type>builtin_function_or_method|method|function)' object is not "
        r"(?P<what>subscriptable|iterable)",
        "Round brackets are missing: it is a {type} and has to be called, name(…), before its result "
        "is used.",
        errors=("TypeError",),
    ),
    Hint(
        r"unsupported operand type\(s\) for (?P<sign>\S+) '(?P<a>\w+)' and '(?P<b>\w+)'",
        "{sign} has no meaning between a {a} and a {b}: torch.tensor(…) turns a list into a tensor, "
        "float(…) a "
        "text into a number.",
        "making-tensors",
        errors=("TypeError",),
    ),
    Hint(
        r"can only concatenate str|must be str, not",
        'A text and something else cannot be added: f"… {{value}} …" puts values into texts.',
        errors=("TypeError",),
    ),
    Hint(
        r"division by zero|modulo by zero",
        "A Python number was divided by 0; tensors would give inf or nan instead. Is a count or a "
        "length 0 here?",
        errors=("ZeroDivisionError",),
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
        r"unmatched '|does not match opening",
        "A bracket is closed that was not opened, or with the wrong kind: count ( and ) in this line.",
        errors=("SyntaxError",),
    ),
    Hint(
        r"expected ':'",
        "for, if, while, with, def and class end their line with a colon.",
        errors=("SyntaxError",),
    ),
    Hint(
        r"cannot assign to|Maybe you meant '==' or ':='",
        "One = gives a name to a value, and the name stands on the left; == compares.",
        errors=("SyntaxError",),
    ),
    Hint(
        r"invalid (?:non-printable )?character",
        "A character that Python does not know, often copied from a web page: curly quotes ‘ ’, a "
        "long dash or a "
        "special blank. Type it anew.",
        errors=("SyntaxError",),
    ),
    Hint(
        r"positional argument follows keyword",
        "Arguments without a name come first: Linear(3, out_features=2).",
        errors=("SyntaxError",),
    ),
    Hint(
        r"forgot a comma|invalid syntax",
        "Python cannot read this line: look left of the mark for a missing comma, operator, bracket "
        "or quote, and "
        "at the end of the line before.",
        errors=("SyntaxError",),
    ),
    Hint(
        r"expected an indented block|unindent does not match|unexpected indent|inconsistent use of tabs",
        "The lines of a block are indented alike, four blanks further than the line with the colon.",
        errors=("IndentationError", "TabError"),
    ),
)
