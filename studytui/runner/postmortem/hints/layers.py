"""Layers and modules."""

from studytui.runner.postmortem.hint import Hint

HINTS = (
    Hint(
        r"weight of size \[[\d, ]+\], expected input\[(?P<shape>[\d, ]+)\] to have (?P<need>\d+) channels, "
        r"but got (?P<have>\d+) channels",
        "The layer takes {need} channels and {x} [{shape}] has {have}: its dimensions are (batch, "
        "channels, height, width). If channels come last, .permute(0, 3, 1, 2).",
        "convolution",
        about="shape:{shape}|=the input",
    ),
    Hint(
        r"input size per channel: \((?P<input>[\dx ]+)\)\. Kernel size: \((?P<kernel>[\dx ]+)\)",
        "The picture has become smaller ({input}) than the kernel ({kernel}). Use fewer strides and pools, "
        "or padding.",
        "convolution",
    ),
    Hint(
        r"Expected (?P<need>.+) input to (?P<layer>conv\w+), but got input of size: \[(?P<shape>[\d, ]+)\]",
        "{layer} takes (batch, channels, …) and got [{shape}]: add what is missing, {x}[None] for the "
        "batch, {x}[:, None] for the channel.",
        "convolution",
        about="shape:{shape}|=x",
    ),
    Hint(
        r"Given input size: \((?P<given>[\dx]+)\)\. Calculated output size: \((?P<out>[\dx]+)\)\. Output "
        r"size is too small",
        "Pooling ({given}) leaves nothing ({out}). The picture has been halved too often.",
        "images",
    ),
    Hint(
        r"Expected more than 1 value per channel when training, got input size "
        r"torch\.Size\(\[(?P<shape>[\d, ]+)\]\)",
        "Batch normalisation needs at least two values per channel to have a variance, and the input is "
        "[{shape}]. "
        "Use a larger batch (drop_last=True), or net.eval() to use the stored ones.",
        "train-and-eval",
    ),
    Hint(
        r"expected (?P<need>\d+(?:D or \d+)?D) input \(got (?P<have>\d+)D input\)",
        "This normalisation takes {need} input and got {have} dimensions: BatchNorm1d for (batch, features), "
        "BatchNorm2d for (batch, channels, height, width).",
        "train-and-eval",
    ),
    Hint(
        r"running_mean should contain (?P<have>\d+) elements not (?P<need>\d+)",
        "The layer was made for {need} channels and the input has {have} (dimension 1).",
        "train-and-eval",
    ),
    Hint(
        r"Given normalized_shape=\[(?P<need>[\d, ]+)\].*but got input of size ?\[(?P<have>[\d, ]+)\]",
        "LayerNorm was made for a last dimension of [{need}] and the input is [{have}].",
        "train-and-eval",
    ),
    Hint(
        r"input\.size\(-1\) must be equal to input_size\. Expected (?P<need>\d+), got (?P<have>\d+)",
        "The recurrent layer takes {need} features per step and got {have}, the last dimension. Its input "
        "is (steps, batch, "
        "features), or (batch, steps, features) with batch_first=True.",
        "rnn",
    ),
    Hint(
        r"embed_dim must be divisible by num_heads",
        "Attention splits the features evenly among its heads: choose num_heads that divides embed_dim.",
        "attention",
    ),
    Hint(
        r"was expecting embedding dimension of (?P<need>\d+), but got (?P<have>\d+)",
        "Attention was made for {need} features (the last dimension) and got {have}.",
        "attention",
    ),
    Hint(
        r"index out of range in self",
        "An embedding has rows 0 to num_embeddings less one, and an index is beyond (or negative). "
        "Compare {x}.max() with num_embeddings.",
        "text",
        about="whole|=x",
    ),
    Hint(
        r"argument #1 'indices' to have one of the following scalar types: Long, Int; but got "
        r"(?P<type>[\w.]+)",
        "An embedding looks rows up by number: whole numbers, {x}.long(); these are {type}.",
        "text",
        about="floating|=x",
    ),
    Hint(
        r"cannot assign (?:module|parameters?) before Module\.__init__\(\) call",
        "Call super().__init__() first in __init__: it makes the places where layers and parameters are "
        "kept.",
        "modules",
    ),
    Hint(
        r'Module \[(?P<name>\w+)\] is missing the required "forward" function',
        "{name} defines no forward(self, x). Is it spelled and indented as a method of the class?",
        "modules",
    ),
    Hint(
        r"(?P<name>[\w.]+)\.forward\(\) takes (?P<need>\d+) positional arguments? but (?P<got>\d+) "
        r"(?:was|were) given",
        "Calling the module calls {name}.forward: it takes {need} arguments, self included, and got {got}.",
        "modules",
    ),
)
