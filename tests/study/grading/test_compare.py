"""Two exported values: equal, or the first difference in words."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.study.grading.compare import compare

SIZES = st.lists(st.integers(1, 4), max_size=3)
NUMBERS = st.one_of(
    st.floats(width=32).map(lambda v: v if math.isfinite(v) else str(v)), st.integers(-(2**63), 2**63)
)


def tensor(data: list[Any], shape: list[int] | None = None, **more: Any) -> dict[str, Any]:
    fields = {"dtype": "float32", "device": "cpu", "kind": "tensor", "ok": True, "expr": "x", "error": ""}
    return (
        fields | {"data": data, "shape": [len(data)] if shape is None else shape, "numel": len(data)} | more
    )


def plain(kind: str, data: Any) -> dict[str, Any]:
    return {"expr": "x", "ok": True, "kind": kind, "data": data, "repr": repr(data), "error": ""}


@st.composite
def tensors(draw: st.DrawFn) -> dict[str, Any]:
    shape = draw(SIZES)
    count = math.prod(shape)
    return tensor(draw(st.lists(NUMBERS, min_size=count, max_size=count)), shape)


@given(tensors())
def test_anything_equals_itself(item: dict[str, Any]) -> None:
    assert compare(item, item) is None
    assert compare(item, item, 0.0, 0.0) is None


@given(tensors(), st.data())
def test_any_changed_element_is_found_and_named(item: dict[str, Any], data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(item["data"]) - 1))
    changed = list(item["data"])
    changed[position] = "nan" if changed[position] != "nan" else 1.0
    difference = compare(item, item | {"data": changed})
    assert difference is not None
    index, left = [], position
    for size in reversed(item["shape"]):
        left, place = divmod(left, size)
        index.insert(0, place)
    assert not item["shape"] or f"at {index}" in difference


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e-2))
def test_the_tolerance_is_that_of_allclose(value: float, rtol: float) -> None:
    allowed = 1e-8 + rtol * abs(value)
    assert compare(tensor([value]), tensor([value + allowed * 0.99]), rtol) is None
    assert compare(tensor([value]), tensor([value + allowed * 1.01 + 1e-9]), rtol) is not None


def test_shape_comes_before_everything_else() -> None:
    wrong = tensor([1.0, 2.0, 9.0], [1, 3], dtype="int64", device="cuda:0")
    assert (
        compare(tensor([1.0, 2.0, 3.0]), wrong)
        == "shape: expected [3], got [1, 3] (only dimensions of size 1 differ)"
    )


def test_a_transposed_shape_is_named_as_such() -> None:
    difference = compare(tensor([0.0] * 6, [2, 3]), tensor([0.0] * 6, [3, 2]))
    assert difference == "shape: expected [2, 3], got [3, 2] (the same sizes in another order)"


def test_dtype_then_device() -> None:
    good = tensor([1.0])
    assert (
        compare(good, tensor([2.0], dtype="torch.int64", device="cuda:0"))
        == "dtype: expected float32, got int64"
    )
    assert compare(good, tensor([2.0], device="cuda:0")) == (
        "device: expected cpu, got cuda:0; move it with .to('cpu')"
    )
    assert compare(good, tensor([1.0], dtype="torch.float32")) is None


def test_values_tell_the_first_difference_how_many_and_the_tolerances() -> None:
    assert compare(tensor([1.0, 2.0, 3.0, 4.0], [2, 2]), tensor([1.0, 2.5, 3.0, 7.0], [2, 2])) == (
        "values: expected 2, got 2.5 at [0, 1], 2 of 4 differ "
        "(max abs difference 3; allowed 1e-08 + 1e-05 × |expected|)"
    )


def test_close_numbers_are_shown_with_all_their_digits() -> None:
    difference = compare(tensor([1.0]), tensor([1.0000001]), 0.0, 0.0)
    assert difference is not None
    assert "expected 1.0, got 1.0000001" in difference


def test_whole_numbers_are_exact_however_large() -> None:
    big = 2**62
    assert compare(tensor([big], dtype="int64"), tensor([big + 1], dtype="int64")) is not None
    assert compare(tensor([True], dtype="bool"), tensor([False], dtype="bool")) is not None


def test_a_cut_tensor_says_that_only_its_first_numbers_were_compared() -> None:
    left = tensor([0.0] * 4096, [10000], numel=10000)
    difference = compare(left, left | {"data": [1.0] + [0.0] * 4095})
    assert difference is not None
    assert "1 of the first 4096 differ" in difference


def test_cut_tensors_are_compared_as_far_as_both_go_but_never_by_next_to_nothing() -> None:
    left = tensor([0.5] * 4000, [10000], numel=10000)
    assert compare(left, left | {"data": [0.5] * 3000}) is None
    assert compare(left | {"data": [0.5] * 3000}, left) is None
    assert "1 of the first 3000" in str(compare(left, left | {"data": [0.5] * 2999 + [1.0]}))
    assert compare(left, left | {"data": []}) == "values: expected 4000 numbers, got 0"
    whole = tensor([0.5] * 10)
    assert compare(whole, whole | {"data": [0.5] * 9}) == "values: expected 10 numbers, got 9"


def test_complex_numbers_are_compared_by_both_parts() -> None:
    left = tensor([[1.0, 2.0]], dtype="complex64")
    assert compare(left, left) is None
    assert compare(left, tensor([[1.0, -2.0]], dtype="complex64")) is not None


@pytest.mark.parametrize(
    ("expected", "actual", "said"),
    [
        (plain("int", 3), plain("float", 3.0), None),
        (plain("float", 0.1), plain("float", 0.1 + 1e-12), None),
        (plain("float", "nan"), plain("float", "nan"), None),
        (plain("str", "ReLU"), plain("str", "GELU"), "value: expected 'ReLU', got 'GELU'"),
        (plain("list", [1, 2]), plain("list", [1, 2]), None),
        (plain("list", [1, 2]), plain("list", [1, 3]), "value: expected [1, 2], got [1, 3]"),
        (plain("str", "True"), plain("bool", True), "value: expected 'True', got True"),
        (tensor([1.0]), plain("float", 1.0), "type: expected a tensor of shape [1], got float (1.0)"),
        (plain("NoneType", None), tensor([1.0]), "type: expected NoneType (None), got a tensor of shape [1]"),
    ],
)
def test_plain_values(expected: dict[str, Any], actual: dict[str, Any], said: str | None) -> None:
    assert compare(expected, actual) == said


def test_what_could_not_be_evaluated_says_why() -> None:
    missing = {"expr": "w", "ok": False, "error": "NameError: name 'w' is not defined"}
    assert compare(tensor([1.0]), missing) == "could not be computed: NameError: name 'w' is not defined"
    assert compare(missing, tensor([1.0])) == (
        "the reference solution could not compute this: NameError: name 'w' is not defined"
    )
