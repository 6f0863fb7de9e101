"""Matrix products whose sizes do not fit."""

from studytui.runner.postmortem.hint import Facts, Hint


def _product(facts: Facts) -> str:
    rows, inner, other, columns = (facts[name] for name in ("rows", "inner", "other", "columns"))
    left, right = facts["left"], facts["right"]
    words = (
        f"A product of ({rows}×{inner}) and ({other}×{columns}) needs equal inner sizes, and {inner} "
        f"is not "
        f"{other}."
    )
    if inner == columns:
        words += (
            f" Turning the right one round fits: {left} @ {right}.T is "
            f"({rows}×{inner}) @ ({columns}×{other})."
        )
    elif rows == other:
        words += (
            f" Turning the left one round fits: {left}.T @ {right} is ({inner}×{rows}) @ ({other}×{columns})."
        )
    return words


SIZES = r"cannot be multiplied \((?P<rows>\d+)x(?P<inner>\d+) and (?P<other>\d+)x(?P<columns>\d+)\)"

HINTS = (
    Hint(SIZES, _product, "matrix-products", line=r"@|\b(?:mat|b)?mm\b|matmul|einsum"),
    Hint(
        SIZES,
        "A Linear({other}, {columns}) takes {other} features in the last dimension of its input, and this "
        "input is "
        "({rows}×{inner}). After a convolution, flatten(1) first and count the features.",
        "linear-sequential",
    ),
    Hint(
        r"size mismatch, got input \(\d+\), mat \((?P<rows>\d+)x(?P<columns>\d+)\), vec "
        r"\((?P<length>\d+)\)",
        "A ({rows}×{columns}) matrix takes a vector of {columns} elements; this one has {length}.",
        "matrix-products",
    ),
    Hint(
        r"first two dimensions of batch2 tensor to be: \[(?P<batch>\d+), (?P<inner>\d+)\] but got: "
        r"\[(?P<found>[\d, ]+)\]",
        "Batched products multiply matrix by matrix: the right side must have {batch} matrices of {inner} "
        "rows each, "
        "and begins with [{found}]. torch.matmul (@) also broadcasts the batch; bmm does not.",
        "matrix-products",
    ),
    Hint(
        r"^self must be a matrix",
        "torch.mm takes two matrices. For vectors and batches use @, or make a column with v[:, None].",
        "matrix-products",
    ),
    Hint(
        r"inconsistent tensor size, expected tensor \[(?P<a>\d+)\] and src \[(?P<b>\d+)\]",
        "A dot product takes two vectors of the same length; these have {a} and {b} elements.",
        "matrix-products",
    ),
)
