"""What a run may not do here: the wall, and how to live with it."""

from studytui.runner.postmortem.hint import Hint

HINTS = (
    Hint(
        r"Permission denied|Read-only file system",
        "A run may write only in its own scratch folder (the current folder, gone afterwards), and read "
        "only the "
        "interpreter and its packages.",
        errors=("PermissionError",),
    ),
    Hint(
        r"Operation not permitted",
        "A run has no network and no rights over other processes. The lessons make their own data.",
        errors=("PermissionError", "URLError", "ConnectionError"),
    ),
    Hint(
        r"urlopen error|Name or service not known|Temporary failure in name resolution|Failed to "
        r"resolve|getaddrinfo failed",
        "A run has no network, so nothing can be downloaded. The lessons make their own data.",
    ),
    Hint(
        r"Resource temporarily unavailable",
        "A run may start only a few processes. A DataLoader with num_workers=0 loads in the run itself.",
        errors=("BlockingIOError",),
    ),
    Hint(
        r"No such file or directory: (?P<path>.{1,120})",
        "Each run starts in an empty folder of its own: {path} is not there. Make the data in the code.",
        errors=("FileNotFoundError",),
    ),
    Hint(
        r"EOF when reading a line",
        "input() met the end of its input: nobody is there to answer in this run.",
        errors=("EOFError",),
    ),
)
