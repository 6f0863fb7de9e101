"""What losses want from predictions and targets."""

from studytui.runner.postmortem.hint import Hint

HINTS = (
    Hint(
        r"expected target dtype to be Long or Byte, but got (?P<dtype>\w+)|expected scalar type Long but "
        r"found (?P<other>\w+)",
        "Cross-entropy takes class numbers as its target, whole numbers: {x}.long(). Probabilities per "
        "class are floats of the same shape as the prediction.",
        "cross-entropy",
        about="role:1|role:target|=target",
    ),
    Hint(
        r"Expected floating point type for target with class probabilities, got (?P<dtype>\w+)",
        "Prediction and target have the same shape, so the target is read as probabilities. For class "
        "numbers the "
        "prediction is (batch, classes) and the target (batch).",
        "cross-entropy",
    ),
    Hint(
        r"Expected input batch_size \((?P<a>\d+)\) to match target batch_size \((?P<b>\d+)\)",
        "{left} has {a} examples and {right} has {b}. Was one of them flattened or cut differently?",
        "cross-entropy",
    ),
    Hint(
        r"Target (?P<target>-?\d+) is out of bounds",
        "There is a class {target} in {x}, and the prediction has too few columns for it: classes count "
        "from 0, so the last layer needs at least as many outputs as the largest class number plus one.",
        "cross-entropy",
        about="role:1|role:target|=the target",
    ),
    Hint(
        r"0D or 1D target tensor expected, multi-target not supported",
        "The target is one class number per example, shape (batch): take off the extra dimension with "
        "{x}.squeeze(1), or one-hot rows with {x}.argmax(1).",
        "cross-entropy",
        about="role:1|role:target|=target",
    ),
    Hint(
        r"all elements of input should be between 0 and 1",
        "binary_cross_entropy takes probabilities. For raw outputs (logits) use "
        "binary_cross_entropy_with_logits, "
        "which is also safer.",
        "binary-cross-entropy",
    ),
    Hint(
        r"Target size \(torch\.Size\(\[(?P<target>[\d, ]*)\]\)\) must be the same as input size "
        r"\(torch\.Size\(\[(?P<input>[\d, ]*)\]\)\)",
        "Prediction [{input}] and target [{target}] must have one shape: {left}.squeeze(1), or "
        "{right}[:, None].",
        "binary-cross-entropy",
    ),
    Hint(
        r"Class values must be smaller than num_classes",
        "one_hot needs num_classes larger than the largest class number; classes count from 0.",
        "cross-entropy",
    ),
    Hint(
        r"one_hot is only applicable to index tensor of type LongTensor",
        "one_hot takes class numbers, whole ones: {x}.long().",
        "cross-entropy",
        about="role:0|=classes",
    ),
)
