"""Optimizers, data and saved states."""

from studytui.runner.postmortem.hint import Hint

HINTS = (
    Hint(
        r"optimizer got an empty parameter list",
        "The model has no parameters the optimizer could find: layers kept in a Python list do not count, "
        "use "
        "nn.ModuleList; and net.parameters() can be walked only once.",
        "parameters-buffers",
    ),
    Hint(
        r"can't optimize a non-leaf Tensor",
        "The optimizer changes leaves. A result of an operation (even .to(device) or * 2) is none: make the "
        "leaf last, "
        "x = (…).detach().requires_grad_().",
        "optimizers",
    ),
    Hint(
        r"params argument given to the optimizer should be an iterable of Tensors or dicts|'\w+' object is "
        r"not iterable",
        "An optimizer takes a collection of tensors: net.parameters(), or [w, b].",
        "optimizers",
        line=r"optim\.|SGD|Adam|RMSprop|LBFGS",
    ),
    Hint(
        r"LBFGS\.step\(\) missing 1 required positional argument: 'closure'",
        "L-BFGS evaluates the loss several times per step: pass a function that zeroes the gradients, "
        "computes the loss, "
        "calls backward() and returns it.",
        "lbfgs",
    ),
    Hint(
        r"size mismatch for (?P<name>[\w.]+): copying a param with shape torch\.Size\(\[(?P<saved>[\d, "
        r"]*)\]\) from checkpoint, "
        r"the shape in current model is torch\.Size\(\[(?P<here>[\d, ]*)\]\)",
        "The saved {name} is [{saved}] and the model's is [{here}]: build the model with the sizes it was "
        "saved with.",
        "saving",
    ),
    Hint(
        r"(?:Missing|Unexpected) key\(s\) in state_dict: (?P<keys>[^\n]{1,120})",
        "Names in the saved state and in the model differ: {keys} A prefix such as module. comes from a "
        "wrapper; "
        "strict=False skips what does not fit.",
        "saving",
    ),
    Hint(
        r"Weights only load failed",
        "torch.load reads tensors only, since a whole pickled object could run code. Save net.state_dict() "
        "and load that "
        "into a fresh model.",
        "saving",
    ),
    Hint(
        r"Sum of input lengths does not equal the length of the input dataset",
        "The parts of random_split must add up to the length of the data. Fractions that add up to 1 work "
        "too: [0.8, 0.2].",
        "splits",
    ),
    Hint(
        r"^Size mismatch between tensors",
        "All tensors of a TensorDataset have the same number of rows, one per example.",
        "datasets",
    ),
    Hint(
        r"object of type '(?P<name>\w+)' has no len\(\)",
        "Shuffling needs to know how many examples there are: give {name} a __len__.",
        "datasets",
        line="DataLoader",
    ),
    Hint(
        r"linalg\.\w+: .*(?P<why>not positive-definite|singular)",
        "The matrix is {why}: no such factor or inverse exists. Adding a small multiple of torch.eye(n) "
        "helps; "
        "torch.linalg.pinv or lstsq take any matrix.",
        "matrix-products",
    ),
)
