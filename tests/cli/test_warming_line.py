"""The line about the start never comes into a run's own output."""

import io

from studytui.cli.running.warming import WarmingLine
from studytui.runner.status import Ready, Waiting, Warming


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_it_is_gone_once_runs_are_possible_and_does_not_come_back():
    terminal = Terminal()
    line = WarmingLine(terminal)
    line.hear(Waiting("srun", "job 5 queued"))
    assert "waiting for srun job 5 queued" in terminal.getvalue()
    line.hear(Ready("3.11", "2.13", stage="torch"))
    assert terminal.getvalue().endswith("\r\x1b[K")
    shown = terminal.getvalue()
    line.hear(Warming("full", 0.5))
    line.hear(Ready("3.11", "2.13"))
    assert terminal.getvalue() == shown


def test_where_there_is_no_terminal_nothing_is_said():
    stream = io.StringIO()
    WarmingLine(stream).hear(Waiting("ssh"))
    assert stream.getvalue() == ""
