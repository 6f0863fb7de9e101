"""Shapes that do not go together."""

from math import prod

from studytui.runner.postmortem.hint import Facts, Hint


def _reshape(facts: Facts) -> str:
    wanted, size = [int(n) for n in facts["shape"].split(",") if n.strip()], int(facts["size"])
    known = prod(n for n in wanted if n != -1)
    if -1 in wanted:
        return (
            f"The {size} elements of {facts['x']} cannot be shared out evenly: {known} does not "
            f"divide {size}, so no number "
            f"fits for -1."
        )
    return (
        f"{facts['x']} has {size} elements and [{facts['shape']}] would hold {known}. Reshaping never "
        f"adds or "
        f"drops elements."
    )


HINTS = (
    Hint(
        r"size of tensor a \((?P<a>\d+)\) must match the size of tensor b \((?P<b>\d+)\) at non-singleton "
        r"dimension (?P<dim>\d+)",
        "Broadcasting compares shapes from the right: in dimension {dim} {left} has {a} and {right} has "
        "{b}. Sizes must be equal, or one of them 1. {x}[:, None] adds a dimension of length 1 behind, "
        "{x}[:, None, None] two.",
        "broadcasting",
        about="fewest|=x",
    ),
    Hint(
        r"output with shape \[(?P<have>[\d, ]*)\] doesn't match the broadcast shape \[(?P<need>[\d, ]*)\]",
        "An operation that changes a tensor in place cannot change its shape: the result has shape "
        "[{need}] and does not fit into [{have}]. Write {x} = {x} + … instead.",
        "broadcasting",
        about="shape:{have}|=x",
    ),
    Hint(
        r"shape '\[(?P<shape>[-\d, ]+)\]' is invalid for input of size (?P<size>\d+)",
        _reshape,
        "shapes",
        about="numel:{size}|=The tensor",
    ),
    Hint(
        r"view size is not compatible with input tensor's size and stride",
        "view() never copies, and no strides describe this shape over the memory of {x} (after t, "
        "transpose or permute). {x}.reshape(…) copies when it must; {x}.contiguous().view(…) says so "
        "openly.",
        "strides",
        about="strided|=x",
    ),
    Hint(
        r"Sizes of tensors must match except in dimension (?P<dim>\d+)\. Expected size (?P<a>\d+) but got "
        r"size (?P<b>\d+) "
        r"for tensor number (?P<which>\d+)",
        "cat joins along dimension {dim}; in all others the sizes must agree. Tensor number {which} (from "
        "0) has {b} "
        "where the first has {a}. Is another dim meant?",
        "joining",
    ),
    Hint(
        r"Tensors must have same number of dimensions: got (?P<a>\d+) and (?P<b>\d+)",
        "cat joins tensors with the same number of dimensions; these have {a} and {b}. unsqueeze(0) adds "
        "one; "
        "torch.stack makes a new dimension.",
        "joining",
    ),
    Hint(
        r"stack expects each tensor to be equal size, but got \[(?P<a>[\d, ]*)\] at entry 0 and "
        r"\[(?P<b>[\d, ]*)\] at entry (?P<which>\d+)",
        "stack puts tensors of one shape on top of each other: entry 0 is [{a}] and entry {which} is "
        "[{b}]. "
        "In a "
        "DataLoader this means examples of different size: pad them in collate_fn.",
        "joining",
    ),
    Hint(
        r"expanded size of the tensor \((?P<need>\d+)\) must match the existing size \((?P<have>\d+)\) at "
        r"non-singleton "
        r"dimension (?P<dim>\d+)\.\s+Target sizes: \[(?P<target>[-\d, ]*)\]\.\s+Tensor sizes: "
        r"\[(?P<shape>[\d, ]*)\]",
        "{x} of shape [{shape}] cannot fill [{target}]: in dimension {dim} it has {have} where {need} is "
        "needed, and only size 1 is repeated.",
        "broadcasting",
        about="shape:{shape}|=A tensor",
    ),
    Hint(
        r"number of dimensions in the tensor input does not match the length of the desired ordering .*"
        r"input\.dim\(\) = (?P<have>\d+) is not equal to len\(dims\) = (?P<given>\d+)",
        "permute names every dimension once: {x} has {have}, and {given} were given.",
        "strides",
        about="dims:{have}|=the tensor",
    ),
    Hint(
        r"t\(\) expects a tensor with <= 2 dimensions, but self is (?P<dims>\d+)D",
        "t() is for matrices; with {dims} dimensions say which two to swap: {x}.transpose(-2, -1), or "
        "{x}.mT.",
        "strides",
        about="dims:{dims}|=x",
    ),
)
