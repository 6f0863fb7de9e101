"""Where the first nan came from: what the hunt found."""

from studytui.runner.postmortem.hint import Facts, Hint

CAUSES = {
    "log": "The logarithm of a negative number is nan, of 0 it is -inf: clamp its input, or use log_softmax.",
    "sqrt": "The root of a negative number is nan, and its derivative at 0 is infinite: add a small number.",
    "rsqrt": "The root of a negative number is nan: clamp its input.",
    "div": "0/0 and inf/inf are nan: add a small number to what it is divided by.",
    "sub": "inf - inf is nan: something became infinite before, often after steps that were too large.",
    "mul": "0 · inf is nan: something became infinite before. A mask does not remove inf; torch.where does.",
    "mm": "0 · inf and inf - inf are nan: something became infinite before, often by too large steps.",
    "pow": "A negative number to a power that is no whole number is nan.",
    "acos": "acos and asin are defined from -1 to 1 only.",
    "asin": "acos and asin are defined from -1 to 1 only.",
    "mean": "The mean of no elements is nan.",
    "std": "The standard deviation of one element is nan: unbiased divides by n - 1.",
    "var": "The variance of one element is nan: unbiased divides by n - 1.",
    "_softmax": "A row with only -inf has no softmax: a mask that hides everything.",
}
GIVEN = (
    "lift_fresh",
    "detach",
    "clone",
    "_to_copy",
    "full",
    "fill_",
    "fill",
    "scalar_tensor",
    "view",
    "select",
)


def _found(facts: Facts) -> str:
    op = facts["op"]
    where = f"In backward() of {facts['node']}" if facts["node"] else "Here"
    line = f", for line {facts['line']} of the forward pass" if facts["line"] else ""
    if op in GIVEN:
        return f"{where} a nan was already in what the code was given{line}: look at the data itself."
    cause = CAUSES.get(op.rstrip("_"), "Look at the smallest and the largest number that went in.")
    return f"{where} {op}() made the first nan{line}; {facts['told']}. {cause}"


HINTS = (
    Hint(
        r"the first nan came from (?P<op>\w+)\(\)(?: in backward\(\) of (?P<node>\w+)(?:, for line "
        r"(?P<line>\d+))?)?; (?P<told>.{1,200})",
        _found,
        "regression-losses",
        errors=("FirstNan",),
    ),
)
