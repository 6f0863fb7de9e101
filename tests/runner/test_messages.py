"""Messages of a run are untrusted: right shapes become events, anything else becomes nothing."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.runner.events import AnyEvent, Derivatives, Exported, FigureDrawn, Variables
from studytui.runner.messages import Raised, read
from studytui.sandbox.wire import VERBS

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = [
    "name",
    "steps",
    "values",
    "text",
    "items",
    "x",
    "orders",
    "title",
    "axes",
    "type",
    "message",
    "line",
    "prompt",
]


@given(
    st.sampled_from(sorted(VERBS)), st.dictionaries(st.sampled_from(FIELDS) | st.text(), ANYTHING, max_size=8)
)
def test_no_message_breaks_the_reader_and_every_event_is_plain_json(verb, fields):
    event = read(verb, fields)
    if event is None or isinstance(event, Raised):
        return
    line = msgspec.json.encode(event)
    assert msgspec.json.decode(line, type=AnyEvent) == event
    json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_texts_deep_inside_are_cleaned():
    figure = read("figure", {"title": "a\x1b[2J\nb", "axes": [{"lines": [{"label\x9b1m": "\x1b]0;x\x07y"}]}]})
    assert figure == FigureDrawn("a b", ({"lines": [{"label": "y"}]},))
    assert read("variables", {"items": [{"name": "x\u202e"}]}) == Variables(({"name": "x"},))


def test_numbers_deep_inside_are_spelled():
    exported = read("exported", {"items": [{"expr": "x", "data": [1.0, float("nan")]}]})
    assert exported == Exported(({"expr": "x", "data": [1.0, "nan"]},))


def test_a_derivative_that_is_not_finite_is_a_gap():
    found = read("derivatives", {"x": [0.0, 1.0], "orders": [[1.0, float("inf")], [None, 2.0]]})
    assert isinstance(found, Derivatives)
    assert found.orders == ((1.0, None), (None, 2.0))
    assert read("derivatives", {"x": [0.0], "orders": [[1.0, 2.0]]}) is None


def test_what_is_nested_too_deeply_is_cut():
    deep = []
    for _ in range(500):
        deep = [deep]
    assert read("exported", {"items": [{"expr": "x", "data": deep}]}) is not None
