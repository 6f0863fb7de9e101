"""Launchers that take something away from the supervisor they start, as other machines would.

Each is a command prefix, `python -c SOURCE`, that installs a seccomp filter and becomes its other words.
"""

from __future__ import annotations

_COMMON = r"""
import ctypes, os, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
NUMBER = {"x86_64": 317, "aarch64": 277}[os.uname().machine]
def install(instructions, flags=0):
    code = b"".join(struct.pack("=HBBI", *one) for one in instructions)
    held = ctypes.create_string_buffer(code, len(code))
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(instructions), ctypes.addressof(held)))
    libc.prctl(38, 1, 0, 0, 0)
    result = libc.syscall(NUMBER, 1, flags, header)
    if result < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return result
ALLOW = (6, 0, 0, 0x7FFF0000)
def answer_landlock(action):
    return [(0x20, 0, 0, 0), (0x35, 0, 2, 444), (0x25, 1, 0, 446), (6, 0, 0, action), ALLOW]
"""

_NO_LANDLOCK = r"""
install(answer_landlock(0x00050000 | 38))  # ENOSYS, as kernels say that were built without it
"""

_LISTENED = r"""
os.set_inheritable(install([ALLOW], 8), True)  # somebody above us listens already: EBUSY for everybody below
"""

_OLD_LANDLOCK = r"""
import fcntl, select
listener = install(answer_landlock(0x7FC00000), 8)
if os.fork() == 0:
    if os.fork():
        os._exit(0)
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    while True:
        poll = select.poll()
        poll.register(listener, select.POLLIN)
        if not poll.poll()[0][1] & select.POLLIN:
            os._exit(0)  # nobody is left behind the filter
        question = ctypes.create_string_buffer(80)
        fcntl.ioctl(listener, 0xC0502100, question, True)
        asked, version = (struct.unpack_from("Q", question.raw, at)[0] for at in (0, 48))
        value, flags = (3, 0) if version == 1 else (0, 1)
        try:
            fcntl.ioctl(listener, 0xC0182101, struct.pack("QqiI", asked, value, 0, flags))
        except OSError:
            pass  # whoever asked is gone
os.wait()
os.close(listener)
"""


SOURCES = {"no-landlock": _NO_LANDLOCK, "listened": _LISTENED, "old-landlock": _OLD_LANDLOCK}
"""no-landlock: no file wall at all, the policy is "refuse". listened: a container that holds the one listener
there may be, so no fork gate. old-landlock: ABI 3, so no rules for TCP and signals, no domain to kill; and no
fork gate either."""


def launcher(name: str, python: str) -> tuple[str, ...]:
    """The command prefix of that name; nothing for ""."""
    become = "os.execv(sys.argv[1], sys.argv[1:])"
    return (python, "-I", "-c", _COMMON + SOURCES[name] + become) if name else ()
