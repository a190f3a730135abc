"""Run a command with DATABASE_URL naming a private PostgreSQL, gone afterwards.

The locale is C.UTF-8: it knows no Polish order, so nobody's order is there by luck.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

START = 30
# What is lost when the machine stops would have been thrown away anyway.
SWITCHES = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "jit=off")


class NoServerError(Exception):
    """No server can be had here; the text says why."""


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs; Debian keeps them off the PATH."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version)
    search = os.pathsep.join([os.environ.get("PATH", ""), *map(str, places[::-1])])
    found = shutil.which(name, path=search)
    if not found:
        raise NoServerError(f"no {name} here: install PostgreSQL (Debian: postgresql)")
    return found


def version(folder: Path) -> float:
    return float(folder.parent.name)


def owner() -> pwd.struct_passwd:
    """Who runs the server: PostgreSQL refuses to be run by root."""
    if os.getuid():
        return pwd.getpwuid(os.getuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoServerError("root needs a user postgres or nobody to run the server as")


def run(*words: str, folder: Path, user: pwd.struct_passwd) -> subprocess.Popen[bytes]:
    """Start one of PostgreSQL's programs in `folder` as `user`; it speaks to a log."""
    root = not os.getuid()
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [program(words[0]), *words[1:]],
            cwd=folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdout=log,
            stderr=log,
            start_new_session=True,  # Control-C is for the command, the server waits
            user=user.pw_uid if root else None,
            group=user.pw_gid if root else None,
        )


def wait_for(server: subprocess.Popen[bytes], folder: Path) -> None:
    """Return when the server in `folder` takes connections."""
    ready = [program("pg_isready"), "--quiet", f"--host={folder}"]
    end = time.monotonic() + START
    while subprocess.run(ready).returncode:
        if server.poll() is not None or time.monotonic() > end:
            raise NoServerError((folder / "log").read_text(encoding="utf-8"))
        time.sleep(0.1)


@contextmanager
def postgres() -> Iterator[str]:
    """A new server on a socket of its own, in a folder only its owner may enter."""
    with tempfile.TemporaryDirectory(prefix="postgres-") as temporary:
        folder, user = Path(temporary), owner()
        os.chown(folder, user.pw_uid, user.pw_gid)
        words = ("--auth=trust", "--username=test", "--encoding=UTF8", "--no-sync")
        init = run(
            "initdb", "--locale=C.UTF-8", *words, "data", folder=folder, user=user
        )
        if init.wait():
            raise NoServerError((folder / "log").read_text(encoding="utf-8"))
        options = ("listen_addresses=", f"unix_socket_directories={folder}", *SWITCHES)
        switches = [word for option in options for word in ("-c", option)]
        server = run("postgres", "-D", "data", *switches, folder=folder, user=user)
        try:
            wait_for(server, folder)
            yield f"postgres://test@/{folder}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # its fast shutdown
            server.wait()


def stop(number: int, frame: FrameType | None) -> None:
    """Turn a signal into an exit, so that the server is stopped on the way out."""
    sys.exit(128 + number)


def main(*command: str) -> int:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    try:
        with postgres() as url:
            environment = {**os.environ, "DATABASE_URL": url}
            return subprocess.run(command, env=environment).returncode
    except NoServerError as reason:
        sys.exit(str(reason))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
