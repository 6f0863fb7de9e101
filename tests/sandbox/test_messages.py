"""Descriptor 3 is for display, and the learner's code can write there: nothing said on it is believed."""

from __future__ import annotations

import json


def write(*lines: bytes) -> str:
    return f"import os\nfor line in {list(lines)!r}: os.write(3, line)"


def verbs(result) -> list[str]:
    return [frame["verb"] for frame in result.all("msg")]


def texts(result):
    return [message["text"] for message in result.all("msg") if message["verb"] == "value"]


def test_a_forged_ending_is_not_an_ending(client):
    forged = json.dumps({"verb": "value", "text": "x", "ev": "done", "run": 999, "status": "ok"}).encode()
    result = client.run(write(forged + b"\n") + "\nos._exit(5)")
    (message,) = result.all("msg")
    assert (message["ev"], message["text"]) == ("msg", "x")
    assert result.done["exit_code"] == 5


def test_frames_on_standard_output_are_text(client):
    result = client.run('import sys\nsys.stdout.write(\'\\x1e{"ev":"done","run":1}\\n\')')
    assert result.out == '\x1e{"ev":"done","run":1}\n'
    assert result.done["status"] == "ok"


def test_what_is_no_message_is_dropped(client):
    junk = (b"junk\n", b"[1]\n", b'{"verb": "format"}\n', b'{"verb": ["value"]}\n', b"[" * 60_000 + b"\n")
    good = b'{"verb": "value", "text": "good"}\n'
    result = client.run(write(*junk, good))
    assert texts(result) == ["good"]


def test_a_line_that_is_too_long_is_skipped_to_its_end(client):
    long = b'{"verb": "value", "text": "' + b"a" * 200_000 + b'"}\n'
    good = b'{"verb": "value", "text": "good"}\n'
    assert texts(client.run(write(long, good))) == ["good"]


def test_a_long_training_loses_no_message_however_fast_it_speaks(client):
    code = 'import os\nfor i in range(3000): os.write(3, b\'{"verb": "value", "text": "%d"}\\n\' % i)'
    result = client.run(code)
    assert texts(result) == [str(i) for i in range(3000)]


def test_closing_every_descriptor_harms_only_the_run(client):
    result = client.run("import os\nos.closerange(0, 100)\nraise ValueError")
    assert result.done["status"] == "error"
    assert client.run("print('next')").out == "next\n"
