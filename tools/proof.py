"""Everything that can be proved on this machine, with a summary at the end."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import postgres

ROOT = Path(__file__).resolve().parents[1]
FIRST_PAGE = 15 * 60
SECOND_START = 10


class NotHereError(Exception):
    """The step cannot be done here; its text says why."""


def environment(**extra: str) -> dict[str, str]:
    """This process's, without what a surrounding make or Django left in it."""
    own = ("MAKE", "MFLAGS", "DJANGO_", "DATABASE_URL", "VIRTUAL_ENV")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    return {**kept, **extra}


def make(*words: str, folder: Path = ROOT, **extra: str) -> str:
    """Run a make target; the step fails when it does."""
    subprocess.run(["make", *words], cwd=folder, env=environment(**extra), check=True)
    return ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(folder: Path, port: int) -> Iterator[float]:
    """`make run` in `folder`; yields the seconds until its first page."""
    start = time.monotonic()
    server = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=folder,
        env=environment(),
        start_new_session=True,
    )
    try:
        while not answers(port):
            if server.poll() is not None:
                raise RuntimeError("make run ended before its first page")
            if time.monotonic() - start > FIRST_PAGE:
                raise RuntimeError(f"no page within {FIRST_PAGE} s")
            time.sleep(0.1)
        yield time.monotonic() - start
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def answers(port: int) -> bool:
    """Whether the first page is there; a page with an error ends the step."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        try:
            connection.request("GET", "/pl/")
            status = connection.getresponse().status
        except OSError:
            return False
    if status != 200:
        raise RuntimeError(f"/pl/ answered {status}")
    return True


def fresh_clone() -> str:
    """A clone must serve its first page by `make run` alone, and again quickly."""
    with tempfile.TemporaryDirectory() as temporary:
        clone = Path(temporary, "clone")
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        with served(clone, free_port()) as first:
            pass
        with served(clone, free_port()) as second:
            pass
    if second > SECOND_START:
        raise RuntimeError(f"the second start took {second:.0f} s")
    return f"first page after {first:.0f} s, second start {second:.1f} s"


def works(python: str) -> bool:
    """Whether it is the interpreter; pyenv's stand-in of that name may not be."""
    return not subprocess.run([python, "--version"], capture_output=True).returncode


def newer_python() -> str:
    """The tests on Python 3.13, where Django 6.1 takes the place of 5.2."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    candidates = [
        os.environ.get("PYTHON313") or shutil.which("python3.13"),
        *map(str, pyenv.glob("3.13*/bin/python3.13")),
    ]
    python = next((name for name in candidates if name and works(name)), None)
    if not python:
        raise NotHereError("no python3.13 here; PYTHON313=… can name one")
    words = (f"PYTHON={python}", "VENV=var/python3.13")
    make("deploy", *words)
    make("test", *words, REQUIRE_PROGRAMS="1")
    try:
        return on_postgres(*words)
    except NotHereError as reason:
        return f"on SQLite only: {reason}"


def on_postgres(*words: str) -> str:
    """The tests on a private PostgreSQL; the browser's have a SQLite of their own."""
    try:
        postgres.program("initdb")
    except postgres.NoServerError as reason:
        raise NotHereError(str(reason)) from None
    return make("test-postgres", "ARGS=-m 'not browser'", *words)


STEPS: dict[str, Callable[[], str]] = {
    "check": lambda: make("-k", "check"),
    "test": lambda: make("test", REQUIRE_PROGRAMS="1"),
    "on PostgreSQL": on_postgres,
    "on Python 3.13": newer_python,
    "plugin": lambda: make("plugin", REQUIRE_PROGRAMS="1"),
    "bench": lambda: make("bench"),
    "fresh clone": fresh_clone,
}


def attempt(step: Callable[[], str]) -> tuple[str, str]:
    """The step's result in a word, and what it has to say."""
    try:
        return "passed", step()
    except NotHereError as reason:
        return "skipped", str(reason)
    except (subprocess.CalledProcessError, RuntimeError, OSError) as error:
        return "FAILED", str(error)


def main() -> None:
    rows = []
    for name, step in STEPS.items():
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        result, words = attempt(step)
        rows.append((name, result, f"{time.monotonic() - start:.0f} s", words))
    print(f"\n{'step':16}{'result':9}{'time':>7}")
    for name, result, seconds, words in rows:
        print(f"{name:16}{result:9}{seconds:>7}  {words}".rstrip())
    sys.exit(any(result == "FAILED" for _, result, _, _ in rows))


if __name__ == "__main__":
    main()
