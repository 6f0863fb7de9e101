"""Bytes are cut into frames wherever they were torn."""

import itertools
import json

from hypothesis import given
from hypothesis import strategies as st

from studytui.runner.frames import Frame, FrameReader, Noise

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
FRAMES = st.lists(
    st.tuples(st.text(min_size=1), st.dictionaries(st.text().filter(lambda k: k != "ev"), JSON, max_size=4)),
    max_size=5,
)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[a:b] for a, b in itertools.pairwise(edges)]


@given(FRAMES, st.lists(st.integers(0), max_size=10), st.booleans())
def test_every_frame_arrives_once_and_in_order(frames, cuts, carriage):
    end = b"\r\n" if carriage else b"\n"  # a relay may turn line ends
    data = b"".join(b"\x1e" + json.dumps({"ev": ev, **fields}).encode() + end for ev, fields in frames)
    reader = FrameReader()
    found = [item for piece in pieces(data, cuts) for item in reader.feed(piece)] + list(reader.finish())
    assert found == [Frame(ev, fields) for ev, fields in frames]


@given(st.binary(max_size=300), st.lists(st.integers(0), max_size=5))
def test_no_bytes_break_the_reader(data, cuts):
    reader = FrameReader()
    for piece in pieces(data, cuts):
        list(reader.feed(piece))
    list(reader.finish())
    assert list(reader.feed(b'\n\x1e{"ev": "ready"}\n'))[-1] == Frame("ready", {})


def test_a_line_without_end_is_not_hoarded():
    reader = FrameReader(longest=1000)
    assert [item for _ in range(100) for item in reader.feed(b"x" * 100)] == []
    assert list(reader.feed(b'rest\n\x1e{"ev": "log"}\n')) == [Frame("log", {})]


def test_nan_as_python_writes_it_is_understood():
    (frame,) = FrameReader().feed(b'\x1e{"ev": "msg", "values": [NaN, 1]}\n')
    assert str(frame.fields["values"]) == "[nan, 1]"


def test_noise_is_made_safe_to_show():
    assert list(FrameReader().feed(b"motd \x1b[2J\xff\n")) == [Noise("motd \ufffd")]
