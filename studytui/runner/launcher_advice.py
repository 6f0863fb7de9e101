"""What to do when a launcher ended before anything could run, by what it said last."""

from __future__ import annotations

from collections.abc import Iterable

ADVICE = {
    "Permission denied": "runs have no terminal to type a password into: set up a key (ssh-copy-id), and try "
    "`ssh -o BatchMode=yes HOST true`",
    "Host key verification failed": "connect once by hand, and accept the host's key there",
    "Could not resolve hostname": "check the host's name, or give it one in ~/.ssh/config",
    "Connection refused": "nothing listens there: check host and port",
    "Connection timed out": "the host cannot be reached: check VPN, host and port",
    "invalid partition": "`sinfo` lists the partitions",
    "Invalid node name": "`sinfo -N` lists the nodes",
    "Invalid account": "`sacctmgr show associations user=$USER` lists the accounts",
    "Unable to allocate resources": "`sinfo` shows what there is, `squeue --me` what is waiting",
    "node configuration is not available": "ask for less; `sinfo -o '%P %G %c %m'` shows what is there",
    "command not found": "the program must be on the PATH of that host; --python PATH names its interpreter",
    "No such file or directory": "the program must exist on that host; --python PATH names its interpreter",
    "execve(): ": "the program must exist on that host; --python PATH names its interpreter",
    "No such container": "`docker ps` lists the containers that run",
}
"""A part of what it says, and what then helps."""


def advice(said: Iterable[str]) -> str:
    """For the newest line that is known; "" when none is."""
    for line in reversed(tuple(said)):
        for words, help_ in ADVICE.items():
            if words.lower() in line.lower():
                return help_
    return ""
