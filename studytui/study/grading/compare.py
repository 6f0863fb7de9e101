"""Compare two exported values the way a teacher does: shape, then dtype, then device, then the numbers.

An item is what a run exports for one expression: {expr, ok, kind, shape, dtype, device, data, repr, error},
with `data` flattened in row-major order and cut after some thousand numbers (`numel` keeps the true count).
"""

from __future__ import annotations

from typing import Any

from studytui.study.grading.arrangement import dtype_difference, shape_difference
from studytui.study.grading.elements import element_difference
from studytui.study.grading.prose import same_text

Item = dict[str, Any]

RTOL = 1e-5
ATOL = 1e-8


def compare(expected: Item, actual: Item, rtol: float = RTOL, atol: float = ATOL) -> str | None:
    """What is different, in one line for the learner, or None when `actual` is as good as `expected`.

    Values are compared by `|actual - expected| <= atol + rtol * |expected|`, the rule of `torch.allclose`,
    with NaN equal to NaN; whole numbers and booleans exactly. Only the first difference in this order is
    told: not computed, type, shape, dtype, device, values.
    """
    if not expected.get("ok", True):
        return f"the reference solution could not compute this: {expected.get('error') or 'no reason given'}"
    if not actual.get("ok", True):
        return f"could not be computed: {actual.get('error') or 'no reason given'}"
    if _is_tensor(expected) or _is_tensor(actual):
        return _tensors(expected, actual, rtol, atol)
    return _plain(expected, actual, rtol, atol)


def _tensors(expected: Item, actual: Item, rtol: float, atol: float) -> str | None:
    if not (_is_tensor(expected) and _is_tensor(actual)):
        return f"type: expected {_kind(expected)}, got {_kind(actual)}"
    return (
        shape_difference(expected["shape"], actual["shape"])
        or dtype_difference(expected.get("dtype"), actual.get("dtype"))
        or _device_difference(expected.get("device"), actual.get("device"))
        or element_difference(expected, actual, rtol, atol)
    )


def _plain(expected: Item, actual: Item, rtol: float, atol: float) -> str | None:
    if _has_number(expected) and _has_number(actual):
        return element_difference(expected, actual, rtol, atol)
    wanted, got = _text(expected), _text(actual)
    same_kind = expected.get("kind") == actual.get("kind") or (_has_number(expected) == _has_number(actual))
    if same_kind and same_text(wanted, got, rtol, atol):
        return None
    if wanted == got:
        return f"type: expected {_kind(expected)}, got {_kind(actual)}"
    return f"value: expected {_cut(wanted)}, got {_cut(got)}"


def _device_difference(expected: str | None, actual: str | None) -> str | None:
    if expected == actual:
        return None
    return f"device: expected {expected}, got {actual}; move it with .to({expected!r})"


def _is_tensor(item: Item) -> bool:
    return isinstance(item.get("shape"), (list, tuple)) and isinstance(item.get("data"), (list, tuple))


def _has_number(item: Item) -> bool:
    data = item.get("data")
    return isinstance(data, (int, float)) or (isinstance(data, str) and data in ("nan", "inf", "-inf"))


def _kind(item: Item) -> str:
    if _is_tensor(item):
        return f"a tensor of shape {list(item['shape'])}"
    return f"{item.get('kind') or 'something else'} ({_cut(_text(item))})"


def _text(item: Item) -> str:
    return str(item.get("repr") or item.get("data", ""))


def _cut(text: str, length: int = 120) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
