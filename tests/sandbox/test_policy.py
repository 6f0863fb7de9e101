"""What the layers add up to, and what is said when they do not suffice."""

from __future__ import annotations

import pytest

from studytui.sandbox.confine.policy import decide

WALLS = ("no_new_privs", "capabilities", "seccomp", "landlock")


def probed(*working: str) -> dict[str, str]:
    names = (*WALLS, "domain", "gate", "nproc", "namespaces")
    return {name: "" if name in working else "not here" for name in names}


@pytest.mark.parametrize(
    ("working", "policy"),
    [
        ((*WALLS, "gate", "domain"), "full"),
        ((*WALLS, "nproc", "namespaces"), "full"),
        ((*WALLS, "gate"), "good"),
        (WALLS, "good"),
        ((*WALLS[:3], "gate", "namespaces"), "refuse"),
        ((), "refuse"),
    ],
)
def test_policy(working, policy):
    assert decide(probed(*working), None).policy == policy


def test_namespaces_can_be_forced():
    off = decide(probed(*WALLS, "gate", "domain", "namespaces"), False)
    assert (off.namespaces, off.missing["namespaces"]) == (False, "switched off")
    assert decide(probed(*WALLS, "gate", "domain"), True).policy == "refuse"


def test_a_run_requires_whatever_was_found_to_work():
    assert decide(probed(*WALLS, "gate", "domain"), None).required() == list(WALLS)
    assert decide(probed("seccomp"), None).required() == ["seccomp"]
