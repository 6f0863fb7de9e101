"""`studytui` as a user starts it: a process of its own."""

import os
import signal
import subprocess
import sys

import pytest


def home_of(folder, request):
    return {"STUDYTUI_HOME": str(folder / "home"), "PYTHONPATH": str(request.config.rootpath)}


@pytest.fixture
def studytui(tmp_path, request):
    """Run `studytui WORDS` in an empty folder with its own home; the finished process, bytes captured."""
    environment = {**os.environ, **home_of(tmp_path, request)}

    def run(*words: str, **more) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "studytui", *words],
            **{"capture_output": True, "cwd": tmp_path, "env": environment, "timeout": 300, **more},
        )

    return run


@pytest.fixture
def started(tmp_path, request):
    """Start `studytui WORDS` and go on; it is killed at the end if it still runs."""
    environment = {**os.environ, **home_of(tmp_path, request)}
    processes = []

    def start(*words: str) -> subprocess.Popen[bytes]:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(
            [sys.executable, "-m", "studytui", *words], cwd=tmp_path, env=environment, **pipes
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate()


@pytest.fixture
def program(tmp_path):
    """Write a program; its file name."""

    def write(source: str, name: str = "program.py") -> str:
        (tmp_path / name).write_text(source)
        return name

    return write
