"""A bare project of somebody else's, made in a folder by the README's steps."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from .readme import read_steps

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements" / "run.txt"
UV = [sys.executable, "-m", "uv"]
LONGEST = 30
# What surrounds a test run must not leak into the project.
OURS = ("DJANGO_", "DATABASE_URL", "PYTHONPATH", "VIRTUAL_ENV", "UV_", "MAKE", "MFLAGS")


def build_wheel(folder):
    """Build the wheel as `make wheel` does; return its file."""
    options = ["--quiet", "--wheel", "--no-build-isolation", "--python", sys.executable]
    run([*UV, "build", *options, "--out-dir", str(folder), str(ROOT)], folder)
    [wheel] = folder.glob("*.whl")
    return wheel


def run(words, folder, **environment):
    """Run a command; what it says is in the error when it fails."""
    done = subprocess.run(  # noqa: S603 - our own commands
        words,
        cwd=folder,
        env={**outside(), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def outside():
    """The environment, without what a test run or a virtual environment put there."""
    return {k: v for k, v in os.environ.items() if not k.startswith(OURS)}


class Project:
    """The folder, and an environment beside it that holds the locked packages."""

    def __init__(self, folder, python, wheel):
        self.folder = folder / "host"
        self.folder.mkdir()
        self.environment = folder / "environment"
        shutil.copy(wheel, self.folder)
        run([*UV, "venv", "--seed", "--python", python, str(self.environment)], folder)

    def install_locked(self):
        """Install what the lock names, from the package index."""
        python = str(self.environment / "bin" / "python")
        locked = ["--quiet", "--require-hashes", "--requirement", str(LOCK)]
        run([*UV, "pip", "install", "--python", python, *locked], self.folder)

    def follow_readme(self):
        """Do what the README says, step after step."""
        for step in read_steps():
            if not step.file:
                self.shell(step.text)
            elif step.is_added:
                with (self.folder / step.file).open("a") as file:
                    file.write(step.text)
            else:
                (self.folder / step.file).write_text(step.text)

    def shell(self, commands):
        """Run lines of a shell, the environment being active."""
        path = f"{self.environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return run(["bash", "-euc", commands], self.folder, PATH=path)

    def manage(self, *words, **environment):
        """Run a command of the project's `manage.py`."""
        python = str(self.environment / "bin" / "python")
        return run([python, "manage.py", *words], self.folder, **environment)

    def ask(self, code):
        """Return what Python code in the project prints, as JSON."""
        return json.loads(self.manage("shell", "--no-imports", "--command", code))

    @contextmanager
    def serve(self):
        """Serve the project; yield its address."""
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{listener.getsockname()[1]}"
        python = str(self.environment / "bin" / "python")
        with (self.folder / "server.log").open("w") as log:
            server = subprocess.Popen(  # noqa: S603 - our own command
                [python, "manage.py", "runserver", "--noreload", address],
                cwd=self.folder,
                env=outside(),
                stdout=log,
                stderr=log,
            )
            try:
                wait_for(f"http://{address}/admin/login/")
                yield f"http://{address}"
            finally:
                server.terminate()
                server.wait(LONGEST)


def wait_for(address):
    """Return once the address answers."""
    end = time.monotonic() + LONGEST
    while True:
        try:
            urllib.request.urlopen(address, timeout=10).close()  # noqa: S310 - ours
        except OSError:
            assert time.monotonic() < end, f"{address} does not answer"
            time.sleep(0.2)
        else:
            return
