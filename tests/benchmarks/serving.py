"""The site, served by gunicorn on this machine while a benchmark asks it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import socket

START = 60  # seconds


@contextmanager
def served(log: Path, workers: int, **environment: str) -> Iterator[int]:
    """The site, with so many processes that answer; yields the port."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    words = ["-m", "gunicorn", "config.wsgi", f"--workers={workers}"]
    words += [f"--bind=127.0.0.1:{port}", "--no-control-socket"]
    with running(log, *words, **environment):
        wait_for(port)
        yield port


@contextmanager
def running(log: Path, *words: str, **environment: str) -> Iterator[None]:
    """Python with these words, until the end of the block."""
    with log.open("w") as file:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            [sys.executable, *words],
            stdout=file,
            stderr=file,
            env={**os.environ, **environment},
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait()


def wait_for(port: int) -> None:
    """Return when the site answers."""
    end = time.monotonic() + START
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=START)
        try:
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        if time.monotonic() > end:
            raise RuntimeError("the site does not answer")
        time.sleep(0.2)
