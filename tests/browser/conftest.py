"""A server with the demo, in a process and a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=10):  # noqa: S310 - our own server
            return True
    except OSError:
        return False


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of a running site that holds the demo."""
    folder = tmp_path_factory.mktemp("site")
    address = f"http://127.0.0.1:{free_port()}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "BROWSER_TEST_FOLDER": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "BASE_URL": address,
    }
    manage = [sys.executable, "manage.py"]
    for command in (["migrate", "--verbosity=0"], ["load_demo"]):
        subprocess.run(  # noqa: S603 - our own command
            [*manage, *command], cwd=ROOT, env=environment, check=True
        )
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(  # noqa: S603 - our own command
            [*manage, "runserver", "--noreload", "--insecure", address[7:]],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
    for _attempt in range(100):
        if answers(f"{address}/robots.txt"):
            break
        time.sleep(0.2)
    yield address
    server.terminate()
    server.wait(timeout=10)
