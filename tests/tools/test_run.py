"""`make run` keeps one worker of the queue beside the server, in all that happens.

The server and the worker are stand-ins: what counts is who starts and ends whom.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
LONGEST = 20

SERVER = """
import signal, sys, time
import run

# Shells tell what they start in the background to ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
run.WORKER = [sys.executable, "-u", "-c", sys.argv[1], sys.argv[2]]
run.PAUSE, run.GRACE = 0.1, 0.3
with run.worker():
    print("waits", flush=True)
    while True:
        time.sleep(0.1)
"""
# Says in the folder that it began, and that it was told to end.
WORKER = """
import os, pathlib, signal, sys, time

folder = pathlib.Path(sys.argv[1])
def end(*_):
    (folder / f"{os.getpid()}.ended").touch()
    sys.exit()
signal.signal(signal.SIGTERM, end)
(folder / f"{os.getpid()}.began").touch()
while True:
    time.sleep(0.1)
"""


class Run:
    """The parent process of `make run`."""

    def __init__(self, folder):
        self.folder = folder
        self.process = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", SERVER, WORKER, str(folder)],
            cwd=TOOLS,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout.readline() == "waits\n"

    def start_server(self):
        os.kill(self.process.pid, signal.SIGUSR1)

    def workers(self, what="began"):
        return {int(path.stem) for path in self.folder.glob(f"*.{what}")}

    def wait_for_workers(self, number, what="began"):
        end = time.monotonic() + LONGEST
        while len(self.workers(what)) < number:
            assert time.monotonic() < end, f"{number} workers never {what}"
            time.sleep(0.05)
        return self.workers(what)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def run(tmp_path):
    run = Run(tmp_path)
    yield run
    run.process.kill()
    for pid in filter(is_running, run.workers()):
        os.kill(pid, signal.SIGKILL)
    run.process.communicate()


def test_worker_waits_until_the_server_starts(run):
    assert run.workers() == set()

    run.start_server()

    run.wait_for_workers(1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_worker_ends_with_the_server(run, number):
    run.start_server()
    [pid] = run.wait_for_workers(1)

    run.process.send_signal(number)
    run.process.wait(LONGEST)

    assert run.workers("ended") == {pid}
    assert not is_running(pid)


def test_worker_is_replaced_when_the_code_changed(run):
    run.start_server()
    [first] = run.wait_for_workers(1)

    run.start_server()

    [second] = run.wait_for_workers(2) - {first}
    assert run.workers("ended") == {first}
    assert is_running(second)


def test_worker_that_died_is_told_of_and_started_again(run):
    run.start_server()
    [first] = run.wait_for_workers(1)

    os.kill(first, signal.SIGKILL)

    run.wait_for_workers(2)
    assert run.process.stderr.readline() == (
        "The worker of the queue ended (-9): mail waits. It is started again in 0.1 s."
        "\n"
    )
