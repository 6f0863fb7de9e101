"""`BOOT`: what the app passes to `python -I -u -c`. Nothing needs to be installed where the runs happen.

It reads one line with a byte count and then that many bytes of JSON, {relative path: source}, writes the
package to code/ in a private temporary folder and becomes the supervisor, on the same stdin, stdout, stderr.
"""

BOOT = r"""
import json, os, sys, tempfile

def take(count):
    parts = []
    while count:
        part = os.read(0, count)
        if not part:
            raise SystemExit("studytui: the line closed before the sandbox had arrived")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)

if sys.version_info < (3, 9):
    raise SystemExit("studytui: %s is too old, Python 3.9 or newer is needed" % sys.executable)
size = b""
while not size.endswith(b"\n"):
    size += take(1)
home = tempfile.mkdtemp(prefix="studytui-")
for name, source in json.loads(take(int(size))).items():
    path = os.path.join(home, "code", "studytui_sandbox", *name.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
start = (
    "import sys; sys.path.insert(0, sys.argv[1] + '/code'); "
    "from studytui_sandbox.supervisor.main import main; main(sys.argv[1])"
)
os.execv(sys.executable, [sys.executable, "-I", "-u", "-c", start, home])
"""
