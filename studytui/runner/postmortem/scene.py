"""What stood in the failing expression: the learner's names, and which of them a hint is about."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from msgspec import Struct

MOST_SHOWN = 5


class Seen(Struct, frozen=True):
    """One name in the failing expression and what it held, as the run reported it."""

    name: str
    kind: str = "other"
    """"tensor", "array", "module", "number", "none" or "other"."""
    role: str = ""
    """"left" or "right" of the operator; "owner" of a method; an argument's name or its number from 0."""
    text: str = ""
    shape: tuple[int, ...] = ()
    dtype: str = ""
    device: str = "cpu"
    requires_grad: bool = False
    leaf: bool = True
    contiguous: bool = True
    low: int | None = None
    """Smallest and largest element of a tensor of whole numbers."""
    high: int | None = None

    @property
    def sizes(self) -> str:
        """`3, 4`."""
        return ", ".join(map(str, self.shape))

    def __str__(self) -> str:
        """`a [3, 4] float32`."""
        if self.kind not in ("tensor", "array"):
            return f"{self.name} = {self.text}"
        parts = [f"{self.name} [{self.sizes}] {self.dtype}"]
        parts += [self.device] if self.device != "cpu" else []
        parts += [f"from {self.low} to {self.high}"] if self.low is not None else []
        parts += [("∇ leaf" if self.leaf else "∇")] if self.requires_grad else []
        return " ".join(parts)


class Scene(Struct, frozen=True):
    """The names in the failing expression, and names that look like the one that does not exist."""

    here: tuple[Seen, ...] = ()
    close: tuple[str, ...] = ()

    def words(self) -> str:
        """`Here: a [3, 4] float32, b [3] float32.`, or nothing."""
        told = [each for each in self.here if each.kind != "other" or len(self.here) == 1]
        return f"Here: {'; '.join(map(str, told[:MOST_SHOWN]))}." if told else ""

    def names(self, about: str, facts: Mapping[str, str]) -> dict[str, str]:
        """Names to put into a hint: `x` is what it is about, `left` and `right` the two sides."""
        return dict(zip(("left", "right"), self._sides(), strict=True)) | {"x": self.subject(about, facts)}

    def subject(self, about: str, facts: Mapping[str, str]) -> str:
        """The first name that fits one of the descriptions `a|b|c`, tried in order; `=word` fits always.

        Without any description the first tensor.
        """
        known = [each for each in self.here if each.name != "its input"]
        for description in (about or "tensor|=x").split("|"):
            if description.startswith("="):
                return description[1:]
            kind, _, value = description.partition(":")
            order = sorted(known, key=lambda each: len(each.shape)) if kind == "fewest" else known
            for each in reversed(order) if kind == "last" else order:
                if _fits(each, kind, value.format_map(facts)):
                    return each.name
        return "x"

    def _sides(self) -> tuple[str, str]:
        """Of an operator, of a call with two arguments, or of a method and its argument."""
        roles = {each.role: each.name for each in self.here}
        for left, right in (("left", "right"), ("0", "1"), ("owner", "0")):
            if left in roles and right in roles:
                return roles[left], roles[right]
        return roles.get("left", "left"), roles.get("right", "right")


def _fits(seen: Seen, kind: str, value: str) -> bool:
    if kind == "role":
        return seen.role == value
    if kind in ("module", "none", "array"):
        return seen.kind == kind
    if seen.kind != "tensor":
        return False
    return {
        "shape": seen.sizes == value,
        "numel": str(prod(seen.shape)) == value,
        "dims": str(len(seen.shape)) == value,
        "dtype": seen.dtype == DTYPES.get(value, value),
        "device": seen.device == value,
        "whole": seen.dtype.startswith(("int", "uint")),
        "floating": seen.dtype.startswith(("float", "bfloat")),
        "grad": seen.requires_grad,
        "leaf": seen.requires_grad and seen.leaf,
        "result": seen.requires_grad and not seen.leaf,
        "constant": not seen.requires_grad,
        "strided": not seen.contiguous,
        "many": prod(seen.shape) > 1,
        "odd": seen.dtype != "float32",
        "tensor": True,
        "fewest": True,
        "last": True,
    }.get(kind, False)


DTYPES = {
    "Float": "float32",
    "float": "float32",
    "Double": "float64",
    "double": "float64",
    "Long": "int64",
    "long int": "int64",
    "long": "int64",
    "Int": "int32",
    "int": "int32",
    "Byte": "uint8",
    "unsigned char": "uint8",
    "Bool": "bool",
    "bool": "bool",
    "Half": "float16",
    "c10::Half": "float16",
    "BFloat16": "bfloat16",
    "c10::BFloat16": "bfloat16",
}
"""How torch's messages call element types -> how the learner writes them."""
