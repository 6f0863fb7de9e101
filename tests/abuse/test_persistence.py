"""Coming back later: schedulers, start-up files, services, hooks of the shell and of Python."""

from __future__ import annotations

import os
from pathlib import Path

LATER = """
import os, subprocess
home = os.path.expanduser('~' + __import__('pwd').getpwuid(os.getuid()).pw_name) if NAMED else HOME
for path in (HOME + '/.bashrc', HOME + '/.profile', HOME + '/.bash_logout', HOME + '/.zshrc',
             HOME + '/.config/autostart/abuse.desktop', HOME + '/.config/systemd/user/abuse.service',
             HOME + '/.ssh/authorized_keys', HOME + '/.ssh/rc', HOME + '/.local/bin/python',
             HOME + '/.local/lib/python3.11/site-packages/abuse.pth', HOME + '/.pythonrc.py',
             HOME + '/.ipython/profile_default/startup/abuse.py', HOME + '/.gitconfig', HOME + '/.vimrc',
             HOME + '/.cache/torch/abuse', HOME + '/.forward', HOME + '/.config/matplotlib/matplotlibrc',
             '/etc/cron.d/abuse', '/etc/cron.hourly/abuse', '/var/spool/cron/crontabs/abuse',
             '/etc/ld.so.preload',
             '/etc/profile.d/abuse.sh', '/etc/systemd/system/abuse.service',
             '/run/systemd/system/abuse.service',
             '/etc/rc.local', '/etc/init.d/abuse', '/var/spool/at/abuse',
             '/lib/systemd/system/abuse.service'):
    for make in (lambda: os.makedirs(os.path.dirname(path)), lambda: open(path, 'a').write('evil')):
        try: make()
        except OSError: pass
for command in (['crontab', '-'], ['at', 'now'], ['batch'],
                ['systemd-run', '--user', 'touch', HOME + '/later'],
                ['systemctl', '--user', 'enable', 'abuse'], ['loginctl', 'enable-linger'],
                ['dbus-send', '--session', '/x', 'x.y'],
                ['nohup', 'sh', '-c', 'sleep 1; touch ' + HOME + '/later'],
                ['setsid', 'sh', '-c', 'sleep 1; touch ' + HOME + '/later']):
    try: subprocess.run(command, input=b'* * * * * touch ' + HOME.encode() + b'/later', timeout=2)
    except (OSError, subprocess.TimeoutExpired): pass
print('tried')
"""
SYSTEM = ("/etc/cron.d/abuse", "/etc/cron.hourly/abuse", "/etc/ld.so.preload", "/etc/profile.d/abuse.sh",
          "/etc/systemd/system/abuse.service",
          "/lib/systemd/system/abuse.service", "/etc/init.d/abuse")  # fmt: skip


def test_nothing_is_left_that_would_start_later(walled, loot, aimed, record_property):
    record_property("attempts", 28 + 9)
    existed = [name for name in SYSTEM if os.path.exists(name)]
    result = walled.run(aimed(LATER, HOME=str(loot.home), NAMED=False), {"timeout": 60})
    assert "tried" in result.out, result.err
    assert loot.untouched
    assert [name for name in SYSTEM if os.path.exists(name)] == existed
    assert not list(Path("/var/spool").rglob("abuse*"))
