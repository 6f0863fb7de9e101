"""Sizes of memory, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.runner.sizes import amount, parse_size


@pytest.mark.parametrize(
    ("text", "size"),
    [("512M", 512 << 20), ("1.5g", 3 << 29), ("2 GiB", 2 << 30), ("64kb", 64 << 10), ("1048576", 1 << 20)],
)
def test_read(text, size):
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "G", "-1G", "1GG", "1,5G", "much", "1e9"])
def test_refused_in_words(text):
    with pytest.raises(ValueError, match="write 512M"):
        parse_size(text)


@given(st.integers(1, 1 << 48))
def test_what_is_written_can_be_read_again(size):
    again = parse_size(amount(size).replace(" bytes", ""))
    assert abs(again - size) <= size * 0.005 + 1
