"""The table of system calls is right for this machine, and the program has the shape the kernel asks for."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from studytui.sandbox.confine import bpf, seccomp_filter
from studytui.sandbox.confine.kernel import MACHINE
from studytui.sandbox.confine.seccomp_numbers import COLUMN, JUDGED, PRETENDED, REFUSED, SELF_ONLY, SENDING

TABLES = {
    **REFUSED,
    **PRETENDED,
    **JUDGED,
    **SENDING,
    **{name: numbers for name, (numbers, _) in SELF_ONLY.items()},
}


@pytest.fixture(scope="module")
def header():
    """Numbers as the C headers of this machine have them."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler, so no headers to compare with")
    source = "#include <sys/syscall.h>\n"
    done = subprocess.run([compiler, "-E", "-dM", "-"], input=source, capture_output=True, text=True)
    return {name: int(number) for name, number in re.findall(r"#define __NR_(\w+) (\d+)$", done.stdout, re.M)}


def test_every_number_agrees_with_the_headers(header):
    column = COLUMN[MACHINE]
    known = {name: numbers[column] for name, numbers in TABLES.items() if name in header}
    assert len(known) > 100
    assert known == {name: header[name] for name in known}


def test_no_two_calls_share_a_number():
    for column in (0, 1):
        numbers = [one[column] for one in TABLES.values() if one[column] is not None]
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    "forks", [seccomp_filter.FORKS_ASK, seccomp_filter.FORKS_REFUSED, seccomp_filter.FORKS_FREE]
)
def test_a_filter_is_whole_instructions_that_end_by_allowing(forks):
    program = seccomp_filter.build(seccomp_filter.Variant(forks, only_signal=42))
    assert len(program) % 8 == 0
    assert len(program) // 8 < 600
    assert program[-8:] == bpf.assemble(bpf.answer(bpf.ALLOW))


def test_a_jump_that_would_not_fit_is_refused():
    with pytest.raises(ValueError, match="255"):
        bpf.when_equal(1, bpf.answer(bpf.ALLOW) * 256)
