"""The sandbox travels as one message."""

import ast
import json
import subprocess
import sys

from studytui.runner.bundle import BOOT, bundle, pack


def unpacked() -> dict[str, str]:
    count, _, text = bundle().payload.partition(b"\n")
    assert len(text) == int(count)
    return json.loads(text)


def test_it_holds_every_file_of_the_sandbox_and_nothing_else(request):
    folder = request.config.rootpath / "studytui" / "sandbox"
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*.py")}
    assert set(unpacked()) == files


def test_equal_files_give_equal_bytes_in_whatever_order():
    assert pack({"a.py": "1", "b/c.py": "2"}) == pack({"b/c.py": "2", "a.py": "1"})
    assert pack({"a.py": "1"}).digest != pack({"a.py": "2"}).digest


def test_it_survives_relays_that_know_only_ascii():
    bundle().payload.decode("ascii")


def test_all_of_it_is_python_3_9():
    for name, source in unpacked().items():
        ast.parse(source, name, feature_version=(3, 9))


def test_a_cut_bundle_is_told_in_words():
    cut = bundle().payload[:2000]
    done = subprocess.run([sys.executable, "-I", "-c", BOOT], input=cut, capture_output=True, timeout=120)
    assert done.returncode != 0
    assert b"closed before the sandbox had arrived" in done.stderr
