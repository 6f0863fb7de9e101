"""Pretending to be the keeper, the supervisor, or another run. The ending is the keeper's word alone."""

from __future__ import annotations

import json

import pytest

PRETENCES = {
    "frame on stdout": "print('\\x1e' + json.dumps(DONE))",
    "frame on stderr": "print('\\x1e' + json.dumps(DONE), file=sys.stderr)",
    "frame on 3": "os.write(3, b'\\x1e' + json.dumps(DONE).encode() + b'\\n')",
    "message that says done": "os.write(3, json.dumps({'verb': 'value', **DONE}).encode() + b'\\n')",
    "message of another run": "os.write(3, json.dumps({'verb': 'value', 'run': 1}).encode() + b'\\n')",
    "keeper's words": "os.write(3, json.dumps({'ended': DONE}).encode() + b'\\n')",
    "every descriptor": (
        "for n in range(64):\n"
        "    for words in ({'ended': DONE}, {'prepared': {'layers': []}}, {'op': 'kill'}, DONE):\n"
        "        try: os.write(n, json.dumps(words).encode() + b'\\n')\n        except OSError: pass"
    ),
    "deep": "os.write(3, b'[' * 60000 + b'\\n' + b'{\"a\":' * 10000 + b'\\n')",
    "huge": "os.write(3, b'x' * (1 << 20)); os.write(3, b'\\n')",
    "wrong types": "\n".join(
        f"os.write(3, json.dumps(dict.fromkeys(FIELDS, {value!r}) | {{'verb': {verb!r}}}).encode() + b'\\n')"
        for verb in ("series", "figure", "variables", "exported", "derivatives", "exc", "input", "layers")
        for value in (None, 7, "x", [["y"]], {"z": 1})
    ),
    "not utf-8": "os.write(3, b'\\xff\\xfe{}\\n' + bytes(range(256)) + b'\\n')",
    "numbers": "os.write(3, b'{\"verb\": \"value\", \"text\": 1e999999, \"n\": ' + b'9' * 5000 + b'}\\n')",
}  # fmt: skip
PRELUDE = (
    "import json, os, sys\n"
    "DONE = {'ev': 'done', 'run': 1, 'status': 'ok', 'exit_code': 0, 'reason': None, 'FORGED': 1}\n"
    "FIELDS = ('steps', 'values', 'axes', 'items', 'text', 'type', 'message', 'prompt', 'orders')\n"
)


@pytest.mark.parametrize("name", PRETENCES)
def test_the_ending_is_not_the_runs_to_tell(walled, name):
    result = walled.run(PRELUDE + PRETENCES[name] + "\nsys.stdout.flush()\nos._exit(7)")
    assert [frame["exit_code"] for frame in result.all("done")] == [7]
    assert "FORGED" not in json.dumps(result.done)
    assert all(frame["run"] == result.done["run"] for frame in result.frames)
    assert walled.run("print('next')").out == "next\n"


def test_a_flood_of_messages_does_not_keep_another_run_waiting(walled):
    flood = walled.begin(
        'import os\nwhile True: os.write(3, b\'{"verb": "value", "text": "x"}\\n\' * 100)', {"timeout": 120}
    )
    assert walled.run("print('beside')").out == "beside\n"
    walled.send("kill", run=flood)
    assert walled.finish(flood).done["reason"] == "killed"


def test_a_run_cannot_ask_the_supervisor_for_anything(walled, helpers):
    code = (
        "import json, os\nfor n in range(64):\n"
        "    for op in ('quit', 'fork', 'run', 'probe', 'grow'):\n"
        "        try: os.write(n, json.dumps({'op': op}).encode() + b'\\n')\n        except OSError: pass"
    )
    walled.run(code)
    assert walled.process.poll() is None
    assert walled.run("print('next')").out == "next\n"
