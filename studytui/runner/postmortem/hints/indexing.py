"""Indices, dimensions and tensors taken for numbers."""

from studytui.runner.postmortem.hint import Hint

HINTS = (
    Hint(
        r"index (?P<index>-?\d+) is out of bounds for dimension (?P<dim>\d+) with size (?P<size>\d+)",
        "Dimension {dim} of {x} has {size} elements: indices count from 0 to the size less one (or from "
        "-{size} to -1), and {index} is beyond.",
        "indexing",
        about="tensor|=x",
    ),
    Hint(
        r"too many indices for tensor of dimension (?P<dims>\d+)",
        "{x} has {dims} dimensions, so it takes at most {dims} indices. Look at {x}.shape.",
        "indexing",
        about="dims:{dims}|=x",
    ),
    Hint(
        r"shape of the mask \[(?P<mask>[\d, ]*)\] at index \d+ does not match the shape of the indexed "
        r"tensor \[(?P<shape>[\d, ]*)\]",
        "A boolean mask has the shape of what it selects from: the mask is [{mask}], {x} [{shape}].",
        "masks",
        about="shape:{shape}|=the tensor",
    ),
    Hint(
        r"Dimension out of range \(expected to be in range of \[(?P<low>-?\d+), (?P<high>-?\d+)\], but got "
        r"(?P<dim>-?\d+)\)",
        "There is no dimension {dim}: dimensions count from 0 to {high}, or from the end, -1 to {low}. "
        "Look at {x}.shape.",
        "shapes",
    ),
    Hint(
        r"tensors used as indices must be long, int, byte or bool",
        "Indices are whole numbers or a mask. Turn them with {x}.long(), or compare to get a mask: x[{x} "
        "> 0].",
        "indexing",
        about="last|=idx",
    ),
    Hint(
        r"invalid index of a 0-dim tensor|(?:len\(\) of|iteration over) a 0-d tensor",
        "{x} is a single number without dimensions: nothing to index or to loop over. {x}.item() gives "
        "the Python number, {x}[None] a tensor with one element.",
        "shapes",
        about="dims:0|=x",
    ),
    Hint(
        r"a Tensor with (?P<count>\d+) elements cannot be converted to Scalar|only one element tensors can "
        r"be converted",
        "Only a tensor with a single element becomes a Python number. Reduce {x} first, {x}.mean() or "
        "{x}.max(), or take {x}.tolist().",
        "reductions",
        about="many|=x",
    ),
    Hint(
        r"Boolean value of Tensor with more than one value is ambiguous",
        "A loss module was given tensors where it takes options: make it first, then call it, "
        "nn.{module}()(prediction, target).",
        "linear-sequential",
        line=r"nn\.(?P<module>\w+Loss)\((?!\))",
    ),
    Hint(
        r"Boolean value of Tensor with more than one value is ambiguous",
        "if, and, or and not want one truth value, and this tensor has many. Say which is meant: .any(), "
        ".all(), or "
        "& | ~ element by element.",
        "masks",
    ),
    Hint(
        r"masked_fill_? only supports boolean masks, but got mask with dtype (?P<dtype>[\w ]+)",
        "The mask is {dtype}; a mask is true or false: {x}.bool(), or {x} != 0.",
        "masks",
        about="dtype:{dtype}|=mask",
    ),
    Hint(
        r"gather\(\): Expected dtype int32/int64 for index|scatter\(\): Expected dtype int64 for index",
        "The index of gather and scatter holds whole numbers: {x}.long().",
        "sort-gather-scatter",
        about="role:1|role:index|=index",
    ),
    Hint(
        r"Index tensor must have the same number of dimensions as (?:input|self) tensor",
        "gather and scatter want an index with as many dimensions as the tensor: add the missing one with "
        "unsqueeze.",
        "sort-gather-scatter",
    ),
    Hint(
        r"expected sequence of length (?P<a>\d+) at dim (?P<dim>\d+) \(got (?P<b>\d+)\)",
        "The rows have different lengths, {a} and {b}; a tensor is a full grid. Pad the short ones.",
        "making-tensors",
    ),
)
