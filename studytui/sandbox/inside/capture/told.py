"""Named numbers in a printed line: `epoch 3  train loss: 0.12`, `99 1234.5`."""

from __future__ import annotations

import re
from typing import List, NamedTuple, Optional

from .names import is_measured

LONGEST_LINE = 400
NAMELESS = "printed"
"""What the number of a line such as `99 1234.5` is called."""

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]?(?:nan|inf)\b"
_WORD = r"[A-Za-z_]\w*"
_TOLD = re.compile(
    rf"({_WORD}(?:[ \-/]{_WORD}){{0,3}})\s*(?:\([^()]*\))?\s*(?:[:=]|->|\bis\b)?\s*"
    rf"(?:tensor\(\[?|(?:np|numpy)\.float\d+\()?({_NUMBER})(?![\w.])",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\s*(\d+)[\s:,]+(?:tensor\()?({_NUMBER})(?:, [^()]*)?\)?\s*", re.IGNORECASE)
_QUALIFIERS = frozenset(
    (
        *("train", "training", "trn", "val", "valid", "validation", "test", "dev", "eval", "final", "best"),
        *("avg", "average", "mean", "total", "running", "epoch", "batch", "step", "policy", "value"),
        *("d", "g", "disc", "gen", "discriminator", "generator", "actor", "critic", "kl", "recon", "top"),
    )
)


class Told(NamedTuple):
    """A name and its number."""

    name: str
    value: float
    unit: float = 0.0
    """What the last printed digit counts; 0 where all digits are there."""

    def rounds(self, exact: float) -> bool:
        """Whether this is `exact` as printed. One or two digits prove nothing."""
        telling = abs(self.value) > 99 * self.unit and self.value not in (0.0, 1.0)
        return telling and abs(self.value - exact) <= 0.501 * self.unit + 1e-12 * abs(exact)


def told_in(line: str) -> List[Told]:
    """The measured things of a line; the first number counts where a name comes twice."""
    found = {}
    for words, number in _TOLD.findall(line[:LONGEST_LINE]):
        name = _measured_part(words)
        if name and name not in found:
            found[name] = Told(name, float(number), _unit(number))
    return list(found.values())


def counted_in(line: str) -> Optional[Told]:
    """The number of a line that holds a count and one number, nothing else."""
    match = _COUNTED.fullmatch(line[:LONGEST_LINE])
    return Told(NAMELESS, float(match.group(2)), _unit(match.group(2))) if match else None


def alike(one: str, other: str) -> bool:
    """Whether two names mean one thing: `Train Loss` and `train_loss`."""
    return _folded(one) == _folded(other)


def _measured_part(words: str) -> str:
    """`step done, avg train loss` → `avg train loss`: the last measured word and what qualifies it."""
    parts = re.split(r"[ \-/]", words)
    if parts[-1].lower() == "is":
        parts.pop()
    if not parts or not is_measured(parts[-1]):
        return ""
    start = len(parts) - 1
    while start > 0 and parts[start - 1].lower() in _QUALIFIERS:
        start -= 1
    return " ".join(parts[start:])


def _unit(number: str) -> float:
    digits, _, power = number.lower().partition("e")
    try:
        return float(f"1e{int(power or 0) - len(digits.partition('.')[2])}")
    except ValueError:  # a power beyond all numbers
        return 0.0


def _folded(name: str) -> str:
    return re.sub(r"[\s_\-/]+", " ", name).strip().lower()
