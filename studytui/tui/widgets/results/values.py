"""The variables after a run: one row each, tensors with what autograd knows of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from studytui.tui.widgets.fit import shortened
from studytui.tui.widgets.rows import RowsPane

BOLD = Style(bold=True)
DIM = Style(dim=True)
MOST = 150
"""Characters of one variable; the code can print more of it."""
NONE = "No variables: the code made none, or it ended before it made any."
Item = Mapping[str, Any]


class ValuesPane(RowsPane):
    """Name, kind and facts of every variable."""

    def show_variables(self, items: Iterable[Item]) -> None:
        """Replace the rows by these variables."""
        known = list(items)
        wide = min(20, max((len(str(item.get("name", ""))) for item in known), default=0))
        self.show([row(item, wide) for item in known] or [Strip([Segment(NONE, DIM)])])


def row(item: Item, wide: int) -> Strip:
    """`w         Tensor [3, 1] float32 cpu  ∇ leaf  grad [3, 1]`."""
    name = str(item.get("name", ""))
    facts = tensor_facts(item) if item.get("shape") is not None else [str(item.get("repr", ""))]
    words = "  ".join(part for part in facts if part)
    return Strip([
        Segment(f"{name:<{wide}}  ", BOLD),
        Segment(f"{item.get('type', '')}  ", DIM),
        Segment(shortened(" ".join(words.split()), MOST)),
    ])  # fmt: skip


def tensor_facts(item: Item) -> list[str]:
    """Shape, dtype, device, autograd, memory: what explains most surprises."""
    shape = ", ".join(str(size) for size in item["shape"])
    return [
        f"[{shape}] {short(str(item.get('dtype', '')))} {item.get('device', '')}".rstrip(),
        autograd(item),
        "" if item.get("contiguous", True) else "not contiguous",
        shared(item),
        spread(item),
    ]


def autograd(item: Item) -> str:
    """`∇ leaf`, `∇ MulBackward0`, or nothing for a tensor that needs no gradient."""
    if not item.get("requires_grad"):
        return ""
    return "∇ leaf" if item.get("leaf", item.get("is_leaf")) else f"∇ {item.get('grad_fn') or ''}"


def shared(item: Item) -> str:
    """Which other variables look at the same storage."""
    others = item.get("shares") or ()
    return f"shares storage with {', '.join(map(str, others))}" if others else ""


def spread(item: Item) -> str:
    """The value of a single number, else smallest, mean and largest."""
    if "repr" in item:
        return str(item["repr"])
    if item.get("mean") is None:
        return ""
    low, mean, high = (number(item.get(key)) for key in ("min", "mean", "max"))
    return f"{low} … {high}, mean {mean}"


def number(value: object) -> str:
    """Four digits; words for what is not finite."""
    return f"{value:.4g}" if isinstance(value, float | int) else str(value)


def short(dtype: str) -> str:
    """`torch.float32` -> `float32`."""
    return dtype.removeprefix("torch.")
