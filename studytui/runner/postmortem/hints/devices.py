"""CPU and GPU."""

from studytui.runner.postmortem.hint import Hint

HINTS = (
    Hint(
        r"Expected all tensors to be on the same device.*(?P<a>cuda:\d+|cpu|mps)(?:,| and| "
        r"is).*?(?P<b>cuda:\d+|cpu|mps)",
        "Some tensors are on {a} and some on {b}. Bring the data to the model: x = x.to(device); remember "
        "that .to() "
        "on a tensor returns a new one.",
        "devices",
    ),
    Hint(
        r"Tensor on device (?P<a>\w+(?::\d+)?) is not on the expected device (?P<b>\w+(?::\d+)?)",
        "A tensor is on {a}, and {b} is expected: x = x.to({b!r}); remember that .to() returns a new tensor.",
        "devices",
    ),
    Hint(
        r"Torch not compiled with CUDA enabled|No CUDA GPUs are available|Found no NVIDIA driver",
        "There is no GPU that torch can use here. Write device = 'cuda' if torch.cuda.is_available() else "
        "'cpu', and "
        ".to(device).",
        "devices",
    ),
    Hint(
        r"can't convert (?P<device>\w+(?::\d+)?) device type tensor to numpy",
        "NumPy knows only the CPU's memory: {x}.detach().cpu().numpy().",
        "numpy-bridge",
        about="role:owner|=x",
    ),
    Hint(
        r"Expected one of cpu, cuda, .* at start of device string: (?P<name>\S+)",
        "There is no device type called {name}: it is 'cpu', 'cuda' or 'cuda:0' (GPUs of NVIDIA and AMD), "
        "'mps' (Apple).",
        "devices",
    ),
    Hint(
        r"invalid device ordinal",
        "There are fewer GPUs than this number says; they count from 0: torch.cuda.device_count().",
        "devices",
    ),
    Hint(
        r"CUDA out of memory",
        "The GPU's memory is full. Use a smaller batch, no_grad() where nothing is learned, and keep "
        "loss.item() "
        "rather than loss; others may be using the same GPU (nvidia-smi).",
        "devices",
    ),
    Hint(
        r"can't allocate memory: you tried to allocate (?P<size>\d+) bytes",
        "{size} bytes at once is more than this run may have. Look at the shapes: broadcasting (n, 1) with "
        "(n) makes "
        "n × n.",
        "broadcasting",
    ),
)
