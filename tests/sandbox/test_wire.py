"""Framing survives noise, and parsing survives anything."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from studytui.sandbox import wire

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.text(), st.dictionaries(st.text(min_size=1), JSON))
def test_a_frame_is_one_line_of_ascii_that_reads_back(text, extra):
    line = wire.frame(wire.Ev.OUT, text=text, extra=extra)
    assert line.startswith(wire.MARK)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert max(line) < 128
    assert wire.parse(line) == {"ev": "out", "text": text, "extra": extra}


@given(st.binary())
def test_no_bytes_make_parsing_raise(data):
    assert wire.parse(data) is None or isinstance(wire.parse(data), dict)
    assert wire.message(data) is None or "verb" in wire.message(data)


@given(JSON)
def test_only_objects_with_a_known_verb_are_messages(value):
    assert wire.message(json.dumps(value).encode()) is None


def test_deep_nesting_and_long_lines_are_no_messages():
    assert wire.message(b"[" * 60_000) is None
    assert wire.message(b'{"verb": "value", "text": "' + b"a" * wire.LINE_LIMIT + b'"}') is None
    assert wire.message(b'{"verb": "value", "text": "a"}') == {"verb": "value", "text": "a"}
