"""Whether a folder lies on a network: SQLite's WAL must not be used there, as two hosts share no memory."""

from __future__ import annotations

from pathlib import Path

NETWORKED = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "lustre",
        "gpfs",
        "beegfs",
        "ceph",
        "afs",
        "9p",
        "panfs",
        "glusterfs",
        "fuse.sshfs",
        "fuse.glusterfs",
        "fuse.ceph",
        "fuse.beegfs",
        "fuse.cvmfs2",
        "fuse.rclone",
        "fuse.s3fs",
    }
)
MOUNTS = Path("/proc/mounts")


def on_network(folder: Path, mounts: str | None = None) -> bool:
    """Whether the folder's file system is reached over a network; False where the system does not tell.

    `mounts` is the text of /proc/mounts.
    """
    return kind_of(folder, _read() if mounts is None else mounts) in NETWORKED


def kind_of(folder: Path, mounts: str) -> str:
    """The type of the file system a folder lies on, from the text of /proc/mounts; "" when it is not told."""
    found: tuple[int, str] = (-1, "")
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        # Later mounts cover earlier ones on the same point.
        if folder.is_relative_to(point) and len(point.parts) >= found[0]:
            found = (len(point.parts), fields[2])
    return found[1]


def _read() -> str:
    try:
        return MOUNTS.read_text(errors="replace")
    except OSError:
        return ""  # not Linux: no way to tell, and WAL is right on a local disk
