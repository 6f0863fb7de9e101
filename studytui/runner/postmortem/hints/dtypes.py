"""Element types that do not go together."""

from studytui.runner.postmortem.hint import Hint

HINTS = (
    Hint(
        r"(?:mat1 and mat2|m1 and m2|self and mat2?) .*same dtype, but got:? (?P<a>[\w ]+?) (?:and|!=) "
        r"(?P<b>[\w ]+)",
        "Both factors need one dtype, and they have {a} and {b}. Weights are float32: {x}.float() turns "
        "data from integers or from NumPy's float64.",
        "making-tensors",
        about="odd|=x",
    ),
    Hint(
        r"Input type \((?P<a>[\w .]+)\) and (?:bias|weight) type \((?P<b>[\w .]+)\) should be the same",
        "The layer's weights are {b} and the input is {a}. Images come as bytes: {x}.float() / 255. On a "
        "GPU, both must be there: {x}.to(device).",
        "making-tensors",
        about="odd|=x",
    ),
    Hint(
        r"mean\(\): could not infer output dtype.*Got: (?P<dtype>\w+)",
        "The mean of integers is rarely an integer, so torch refuses for {dtype}. Say {x}.float().mean().",
        "reductions",
        about="whole|=x",
    ),
    Hint(
        r"[Oo]nly Tensors of floating point (?:and complex )?dtype can require gradients",
        "A derivative needs numbers that can change a little: write 1. instead of 1, or dtype=torch.float32.",
        "gradients",
    ),
    Hint(
        r"result type (?P<a>\w+) can't be cast to the desired output type (?P<b>\w+)",
        "An in-place operation keeps the tensor's dtype: a {a} result cannot be kept in a {b} tensor. "
        "Turn it first, {x} = {x}.float(); for a loss, turn the target.",
        "in-place",
        about="dtype:{b}|=x",
    ),
    Hint(
        r"Found dtype (?P<a>\w+) but expected (?P<b>\w+)",
        "{b} is needed here and this is {a}: turn it with .to(dtype) (targets of binary and regression "
        "losses are "
        "floats).",
        "binary-cross-entropy",
    ),
    Hint(
        r"Could not infer dtype of NoneType",
        "One of the values is None. A tensor holds numbers only; for a missing one use float('nan').",
        "making-tensors",
    ),
    Hint(
        r"too many dimensions 'str'",
        "A tensor holds numbers, no texts. Number the words first: a vocabulary {{word: index}}.",
        "text",
    ),
    Hint(
        r"scatter\(\): Expected self\.dtype to be equal to src\.dtype",
        "scatter_ writes the source into the tensor, so both need one dtype: src.to(x.dtype).",
        "sort-gather-scatter",
    ),
)
