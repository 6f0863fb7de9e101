"""YAML as lessons speak it: the 1.2 core types, positions, and nothing that grows or nests without end."""

import math

import pytest

from studytui.course.problems import ReadingError
from studytui.course.reading.source import MAX_BYTES, decode
from studytui.course.reading.tree import MAX_DEPTH, MAX_NODES, read_tree


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-3", 0.001),
        ("-.5E+2", -50.0),
        ("1.", 1.0),
        ("012", 12),
        ("0o17", 15),
        ("0xff", 255),
        ("-.inf", -math.inf),
        ("+7", 7),
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("2026-01-02", "2026-01-02"),
        ("1e", "1e"),
        ("-", None),
        ("true", True),
        ("False", False),
        ("~", None),
        ("Null", None),
        ("", None),
        ("'1'", "1"),
        ('"true"', "true"),
        ("!!str 3", "3"),
        ("!!float 3", 3.0),
        ("! 3", "3"),
        ("٣", "٣"),
    ],
)
def test_scalars_follow_yaml_1_2(text, value):
    if text == "-":
        assert read_tree("a: -1\nb:\n  -").data == {"a": -1, "b": [None]}
        return
    data = read_tree(f"a: {text}").data["a"]
    assert data == value
    assert type(data) is type(value)


def test_not_a_number_is_one():
    assert math.isnan(read_tree("a: .nan").data["a"])


def test_keys_are_texts_whatever_they_look_like():
    assert read_tree("1: a\nno: b\n~: c").data == {"1": "a", "no": "b", "~": "c"}


def test_every_value_knows_where_it_stands():
    text = "a: 1\nsteps:\n  - kind: x\n    code: |\n      one\n      two\n  - [p, 'q']\n"
    at = read_tree(text).positions
    assert at.where(("steps", 0, "kind")) == (3, 11)
    assert at.key(("steps", 0, "kind")) == (3, 5)
    assert at.where(("steps", 1, 1)) == (7, 9)
    assert at.line(("steps", 0, "code"), 2) == (6, 7)
    assert at.line(("steps", 0, "kind"), 2) == (3, 11), "a text without lines of its own"
    assert at.where(("steps", 0, "nowhere", 3)) == (3, 5), "the nearest that is there"


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        (LAUGHS, (1, 4), "the anchor &a is not allowed"),
        ("a: *b", (1, 4), "the alias *b is not allowed"),
        ("a: 1\nb:\n  c: 2\n  c: 3\n", (4, 3), "`c` a second time, the first is at line 3:3"),
        ("a: 1\nb:\n\t- 3\n", (3, 1), "a tab, expected spaces"),
        ("a: b: c", (1, 5), "a colon where none is expected"),
        ("a: 'x", (1, 6), "the file ends inside a quoted text"),
        ("a: [1, 2\nb: 3", (2, 2), "a [ is not closed"),
        ("a: @b", (1, 4), "put it in quotes"),
        (
            "a: !!python/object:os.system x",
            (1, 4),
            "the tag tag:yaml.org,2002:python/object:os.system is not",
        ),
        ("a: !!int x", (1, 4), "`x` is not what its tag !!int says"),
        ("a: !!set {b}", (1, 4), "is not allowed, expected plain YAML"),
        ("? [1]\n: 2", (1, 3), "a list or mapping as key"),
        ("- 1\n---\n- 2", (2, 1), "a second document begins"),
        ("", (1, 1), "the file is empty"),
        ("# only this\n", (1, 1), "the file is empty"),
        ("a: b\nc: \x07", (2, 4), "character U+0007 does not belong"),
        ("a: \ud800", (1, 4), "character U+D800 does not belong"),
        ("a: " + "9" * 5000, (1, 4), "a number of 5000 digits"),
        ("- " * (MAX_DEPTH + 1), (1, 2 * MAX_DEPTH + 1), f"nested more than {MAX_DEPTH} deep"),
        ("- " * 400_000, (1, 2 * MAX_DEPTH + 1), f"nested more than {MAX_DEPTH} deep"),
        ("{a: " * 100_000, (1, 4 * MAX_DEPTH + 1), f"nested more than {MAX_DEPTH} deep"),
        ("[" + "1," * (MAX_NODES + 1) + "]", (1, 2 * MAX_NODES), f"more than {MAX_NODES} entries"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_refused_and_where(text, at, words):
    with pytest.raises(ReadingError, match=r"\w") as caught:
        read_tree(text)
    assert words in str(caught.value)
    assert caught.value.problem.position == at


@pytest.mark.parametrize(
    ("data", "at", "words"),
    [
        (b"a: b\nc: \xc3\xa9\xff", (2, 5), "byte 0xff is not UTF-8"),
        ("a: b".encode("utf-16"), (1, 1), "written as UTF-16, expected UTF-8"),
        (b"a" * (MAX_BYTES + 1), (1, 1), "larger than 1 MiB"),
    ],
)
def test_bytes_that_are_no_text(data, at, words):
    with pytest.raises(ReadingError, match=words) as caught:
        decode(data)
    assert caught.value.problem.position == at


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode("\ufeffa: é".encode()) == "a: é"
