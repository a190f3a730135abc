"""A server with the demo, in a process and a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest

from tests.axe import axe_violations

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
ROOT = Path(__file__).resolve().parents[2]
LONGEST = 20
WORKER = ["db_worker", "--backend=background", "--queue-name=*", "--interval=0.2"]


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


class Mailbox:
    """The mail that the site sent, as files in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def read(self, address):
        """Return the texts sent to an address, the oldest first."""
        files = sorted(
            self.folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns
        )
        parser = BytesParser(policy=policy.default)
        mails = [parser.parsebytes(path.read_bytes()) for path in files]
        return [mail.get_content() for mail in mails if mail["To"] == address]

    def wait_for(self, address, number=1):
        """Return the newest text sent to an address, once there are so many."""
        end = time.monotonic() + LONGEST
        while len(self.read(address)) < number:
            assert time.monotonic() < end, f"no mail to {address}"
            time.sleep(0.1)
        return self.read(address)[-1]


@contextmanager
def process(words, environment, log):
    """Run a command of the site's until the tests are through."""
    started = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=log,
    )
    try:
        yield
    finally:
        started.terminate()
        started.wait(timeout=LONGEST)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """Where the running site keeps its files."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site_environment(site_folder):
    """What the site's commands find in their environment."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "BROWSER_TEST_FOLDER": str(site_folder),
        "DATABASE_URL": f"sqlite:///{site_folder / 'db.sqlite3'}",
        "BASE_URL": f"http://127.0.0.1:{free_port()}",
    }


@pytest.fixture(scope="session")
def command(site_environment):
    """Run a command of the site's to its end."""

    def run(*words):
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=site_environment,
            check=True,
        )

    return run


@pytest.fixture(scope="session")
def site(site_folder, site_environment, command):
    """The address of a running site that holds the demo, its worker beside it."""
    command("migrate", "--verbosity=0")
    command("load_demo")
    address = site_environment["BASE_URL"]
    server = ["runserver", "--noreload", "--insecure", address[7:]]
    with (
        (site_folder / "server.log").open("w") as log,
        process(server, site_environment, log),
        process(WORKER, site_environment, log),
    ):
        for _attempt in range(100):
            if answers(f"{address}/robots.txt"):
                break
            time.sleep(0.2)
        yield address


@pytest.fixture(scope="session")
def mailbox(site_folder, site):
    """The mail that the running site sends."""
    return Mailbox(site_folder / "mail")


@pytest.fixture
def look(new_context, site):
    """Let axe look at an address, in light and dark, on a phone as well."""
    pages = [
        new_context(base_url=site, color_scheme=scheme, viewport=size).new_page()
        for scheme, size in (("light", DESKTOP), ("dark", PHONE))
    ]

    def look_at(*addresses):
        found = []
        for page in pages:
            for address in addresses:
                assert page.goto(address).ok
                page.evaluate(
                    "document.querySelectorAll('details').forEach(d => d.open = true)"
                )
                found += axe_violations(page)
        assert found == []

    return look_at
