"""Derivatives: graphs that are gone, missing or changed under way."""

from studytui.runner.postmortem.hint import Facts, Hint


def _modified(facts: Facts) -> str:
    output = f", the output of {facts['node']}," if facts["node"] else ""
    name = facts["x"]
    return (
        f"backward() needs a value from the forward pass{output} of shape [{facts['shape']}], and it was "
        f"changed in place "
        f"afterwards (version {facts['now']}, expected {facts['then']}). Look for {name} +=, "
        f"{name}[…] = or a "
        f"method ending in _; write {name} = {name} + … instead."
    )


HINTS = (
    Hint(
        r"element 0 of tensors does not require grad and does not have a grad_fn",
        "Nothing connects {x} to a tensor with requires_grad=True. Was it made under no_grad, through "
        "detach(), .item() or NumPy, or was requires_grad=True forgotten? For a second derivative, the "
        "first needs create_graph=True. Or is it constant, as the second derivative of x*x is? The next "
        "one is 0 then; x**2 keeps a graph.",
        "gradients",
        about="role:owner|constant|=this value",
    ),
    Hint(
        r"grad can be implicitly created only for scalar outputs",
        "backward() starts from one number, and {x} has several. Reduce it with .sum() or .mean(), or "
        "pass the upstream gradient: {x}.backward(torch.ones_like({x})).",
        "gradients",
        about="role:owner|=y",
    ),
    Hint(
        r"Trying to backward through the graph a second time",
        "The first backward() freed what it needed. Compute {x} anew in each step; retain_graph=True "
        "keeps the graph when two backward calls through it are really meant.",
        "graph",
        about="role:owner|=the value",
    ),
    Hint(
        r"a (?P<what>view of a )?leaf Variable that requires grad is being used in an in-place operation",
        "{x} is a leaf that requires grad and must not be changed where autograd can see it. Update "
        "parameters inside `with torch.no_grad():`.",
        "in-place",
        about="leaf|=This tensor",
    ),
    Hint(
        r"modified by an inplace operation: \[(?P<type>[\w.]+) \[(?P<shape>[\d, ]*)\]\](?:, which is "
        r"output "
        r"\d+ of (?P<node>\w+),)? "
        r"is at version (?P<now>\d+); expected version (?P<then>\d+)",
        _modified,
        "in-place",
        about="role:changed|=x",
    ),
    Hint(
        r"Can't call numpy\(\) on Tensor that requires grad",
        "NumPy knows no graph. Leave it openly: {x}.detach().numpy() (on a GPU {x}.detach().cpu().numpy()).",
        "numpy-bridge",
        about="role:owner|grad|=x",
    ),
    Hint(
        r"'NoneType' object has no attribute|unsupported operand type\(s\) for .*'NoneType'|'NoneType' "
        r"object is not",
        "{name}.grad is None: no backward() has reached {name} yet, or {name} is no leaf (the result of an "
        "operation, "
        "such as .to(device)), or zero_grad() set it to None.",
        "gradients",
        line=r"(?P<name>\w+)\.grad\b",
    ),
    Hint(
        r"differentiated Tensor at index (?P<index>\d+) appears to not have been used in the graph",
        "The value does not depend on input {index} (from 0): its derivative is zero everywhere. Is it the "
        "right "
        "tensor, before a copy or a .to()? allow_unused=True gives None instead.",
        "autograd-grad",
    ),
    Hint(
        r"grad_output\[\d+\] has a shape of torch\.Size\(\[(?P<given>[\d, ]*)\]\) and output\[\d+\] has a "
        r"shape of "
        r"torch\.Size\(\[(?P<need>[\d, ]*)\]\)",
        "The upstream gradient has one number per element of the output: [{need}], not [{given}].",
        "autograd-grad",
    ),
    Hint(
        r"Inference tensors cannot be saved for backward|Inplace update to inference tensor outside "
        r"InferenceMode",
        "Tensors made in inference_mode() can never be part of a graph. Use no_grad() if they must, or "
        "x.clone().",
        "switching-off",
    ),
    Hint(
        r"you can only change requires_grad flags of leaf variables",
        "{x} is a result; its flag follows from its inputs. detach() gives the same values without a graph.",
        "switching-off",
        about="result|=This tensor",
    ),
    Hint(
        r"Only Tensors created explicitly by the user \(graph leaves\) support the deepcopy protocol",
        "This tensor is a result with a graph behind it. Copy its values: {x}.detach().clone().",
        "names-and-copies",
        about="result|=x",
    ),
    Hint(
        r"Function '(?P<node>\w+?)Backward\d*' returned nan values",
        "The derivative of {node} is nan at these values: a root or logarithm at or below zero, or 0/0. "
        "Clamp the "
        "input or add a small number before {node}.",
        "regression-losses",
    ),
    Hint(
        r"function (?P<name>\w+?)Backward returned an incorrect number of gradients \(expected "
        r"(?P<need>\d+), got (?P<got>\d+)\)",
        "backward of {name} returns one gradient for each input of forward: {need}, not {got}; None for "
        "inputs without one.",
        "own-function",
    ),
    Hint(
        r"Function (?P<name>\w+?)Backward returned an invalid gradient at index (?P<index>\d+) - got "
        r"\[(?P<got>[\d, ]*)\] but "
        r"expected shape compatible with \[(?P<need>[\d, ]*)\]",
        "The gradient of an input has that input's shape: backward of {name} returned [{got}] for input "
        "{index}, of "
        "shape [{need}].",
        "own-function",
    ),
    Hint(
        r"Expected f\(\*args\) to return a scalar|Expected f\(\*args\) to return a scalar Tensor, got "
        r"tensor with (?P<dims>\d+) dims",
        "torch.func.grad differentiates a function that returns one number. Reduce it (.sum()), or use "
        "torch.func.jacrev for all of them.",
        "two-modes",
    ),
)
