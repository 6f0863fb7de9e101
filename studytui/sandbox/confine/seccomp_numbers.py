"""Numbers of the system calls the filter judges: (x86_64, aarch64), None where there is no such call.

Checked by a test against the C headers of the machine it runs on.
"""

from __future__ import annotations

from typing import Dict, Optional, Tuple

Numbers = Tuple[Optional[int], Optional[int]]

AUDIT_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
COLUMN = {"x86_64": 0, "aarch64": 1}

REFUSED: Dict[str, Numbers] = {
    # other processes' memory and descriptors
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kcmp": (312, 272), "pidfd_getfd": (438, 438), "process_madvise": (440, 440),
    "process_mrelease": (448, 448), "move_pages": (279, 239), "migrate_pages": (256, 238),
    # mounts and namespaces
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "setns": (308, 268), "unshare": (272, 97), "open_tree": (428, 428), "move_mount": (429, 429),
    "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433),
    "mount_setattr": (442, 442), "open_tree_attr": (467, 467), "statmount": (457, 457),
    "listmount": (458, 458), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    # kernel interfaces with a history of holes, or that go around this filter
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "bpf": (321, 280),
    "userfaultfd": (323, 282), "perf_event_open": (298, 241), "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426), "io_uring_register": (427, 427), "memfd_secret": (447, 447),
    "fanotify_init": (300, 262), "inotify_add_watch": (254, 27), "lookup_dcookie": (212, 18),
    # the machine itself
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "reboot": (169, 142),
    "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89), "settimeofday": (164, 170),
    "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266),
    "sethostname": (170, 161), "setdomainname": (171, 162), "iopl": (172, None),
    "ioperm": (173, None), "modify_ldt": (154, None), "uselib": (134, None), "quotactl": (179, 60),
    "quotactl_fd": (443, 443), "vhangup": (153, 58), "syslog": (103, 116),
    # System V and POSIX queues outlive the run and cross its boundary
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "semget": (64, 190),
    "semctl": (66, 191), "semop": (65, 193), "semtimedop": (220, 192), "msgget": (68, 186),
    "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187), "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    # owners and attributes of files: Landlock does not judge these
    "chown": (92, None), "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7), "setxattrat": (463, 463),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "removexattrat": (466, 466), "file_setattr": (469, 469),
}  # fmt: skip
"""Answered with EPERM."""

PRETENDED: Dict[str, Numbers] = {
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "utime": (132, None), "utimes": (235, None), "futimesat": (261, None), "utimensat": (280, 88),
}  # fmt: skip
"""Nothing happens and success is reported: Landlock does not judge them, and shutil.copy must work."""

SELF_ONLY: Dict[str, Tuple[Numbers, Tuple[Tuple[int, int], ...]]] = {
    "prlimit64": ((302, 261), ((0, 0),)),
    "setpriority": ((141, 140), ((0, 0), (1, 0))),  # PRIO_USER with 0 would mean everything the user runs
    "ioprio_set": ((251, 30), ((0, 1), (1, 0))),
    "sched_setaffinity": ((203, 122), ((0, 0),)),
    "sched_setscheduler": ((144, 119), ((0, 0),)),
    "sched_setparam": ((142, 118), ((0, 0),)),
    "sched_setattr": ((314, 274), ((0, 0),)),
}
"""Could be aimed at another process of the user: allowed when each (argument, value) holds."""

JUDGED: Dict[str, Numbers] = {
    "socket": (41, 198), "socketpair": (53, 199), "ioctl": (16, 29), "fcntl": (72, 25),
    "clone": (56, 220), "clone3": (435, 435), "fork": (57, None), "vfork": (58, None),
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424), "memfd_create": (319, 279),
    "prctl": (157, 167), "fallocate": (285, 47), "open": (2, None), "openat": (257, 56),
    "creat": (85, None), "link": (86, None), "linkat": (265, 37),
}  # fmt: skip
"""Judged by their arguments, or by the variant of the filter."""

SENDING: Dict[str, Numbers] = {"sendmsg": (46, 211), "sendmmsg": (307, 269)}
"""Carry descriptors from socket to socket; on their way they are out of everybody's sight."""

SECCOMP: Numbers = (317, 277)
CAPSET: Numbers = (126, 91)
