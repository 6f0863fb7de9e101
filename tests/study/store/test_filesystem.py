"""Network file systems are recognised from /proc/mounts."""

from __future__ import annotations

from pathlib import Path

from studytui.study.store.filesystem import kind_of, on_network

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/me/local\\040disk xfs rw 0 0
broken line
lfs@tcp:/work /work lustre rw 0 0
"""


def test_the_innermost_mount_decides() -> None:
    assert kind_of(Path("/var/lib"), MOUNTS) == "ext4"
    assert kind_of(Path("/home/me/.local/share"), MOUNTS) == "nfs4"
    assert kind_of(Path("/home/me/local disk/x"), MOUNTS) == "xfs"
    assert kind_of(Path("/homes/you"), MOUNTS) == "ext4"


def test_wal_is_only_used_on_local_disks() -> None:
    assert on_network(Path("/home/me"), MOUNTS)
    assert on_network(Path("/work/me"), MOUNTS)
    assert not on_network(Path("/tmp"), MOUNTS)
    assert not on_network(Path("/tmp"), "")
