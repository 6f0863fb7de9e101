"""Whatever a run put into its folder can be removed."""

from __future__ import annotations

import os

from studytui.sandbox.supervisor import scratch


def test_a_very_deep_tree_goes(tmp_path):
    root = tmp_path / "runs" / "1"
    root.mkdir(parents=True)
    here = os.getcwd()
    os.chdir(root)
    for _ in range(3000):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(here)
    scratch.remove(str(root))
    assert list((tmp_path / "runs").iterdir()) == []


def test_wide_closed_and_linked_things_go_and_links_are_not_followed(tmp_path):
    root, outside = tmp_path / "runs" / "1", tmp_path / "outside"
    (root / "a" / "b").mkdir(parents=True)
    outside.mkdir()
    (outside / "kept").write_text("x")
    (root / "a" / "link").symlink_to(outside)
    for number in range(200):
        (root / "a" / "b" / str(number)).write_text("x")
    os.chmod(root / "a" / "b", 0)
    scratch.remove(str(root))
    assert not root.exists()
    assert (outside / "kept").exists()
