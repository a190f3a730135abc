"""Serve the demo: bring the database up to date first, all in one Django start.

The queue's worker runs beside the server, and ends with it.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ADDRESSES = """
  The site     http://127.0.0.1:{port}/
  The admin    http://127.0.0.1:{port}/admin/
"""
USERS = """  Sign in as   redakcja, wydawca, jednostka, tlumacz or admin, password: demo
"""

MANAGE = Path(__file__).resolve().parents[1] / "manage.py"
WORKER = [sys.executable, str(MANAGE), "db_worker", "--backend", "background"]
WORKER += ["--queue-name", "*", "--no-reload"]
ENDED = "The worker of the queue ended (%s): mail waits. It is started again in %s s."
SERVER_STARTS = signal.SIGUSR1
LOOK, GRACE, PAUSE, ENOUGH = 0.2, 2, 10, 10  # seconds


def bring_up_to_date() -> None:
    """Migrate and load the demo where that is not done yet."""
    settings.VAR_DIR.mkdir(exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database.", file=sys.stderr)
        call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_demo", "--if-empty")


def has_worker() -> bool:
    """Whether background work waits for a worker, instead of being done at once."""
    background: Any = settings.TASKS["background"]
    return str(background["BACKEND"]).startswith("django_tasks_db.")


@contextmanager
def worker() -> Iterator[None]:
    """Keep a worker running from the server's first start on; end it with the server.

    It is ours, not the server's: the reloader kills that one without a word.
    """
    ending, wanted = threading.Event(), threading.Event()
    signal.signal(SERVER_STARTS, lambda number, frame: wanted.set())
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    keeper = threading.Thread(target=keep_working, args=[ending, wanted], daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        wanted.set()
        keeper.join()


def keep_working(ending: threading.Event, wanted: threading.Event) -> None:
    """Start the worker when it is `wanted`: first, with new code, after it ended."""
    while wanted.wait() and not ending.is_set():
        wanted.clear()
        process = subprocess.Popen(WORKER)
        while process.poll() is None and not wanted.wait(LOOK):
            pass
        if process.poll() is None:
            end(process)
        # Control-C reaches the worker, too, and perhaps before it reaches us.
        elif not ending.wait(GRACE):
            print(ENDED % (process.returncode, PAUSE), file=sys.stderr, flush=True)
            ending.wait(PAUSE)
            wanted.set()


def end(process: subprocess.Popen[bytes]) -> None:
    """End the worker after the task that it is at, unless that takes too long."""
    process.terminate()
    try:
        process.wait(ENOUGH)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def stop(number: int, frame: FrameType | None) -> None:
    """Turn a signal into an exit, so that the worker is ended on the way out."""
    sys.exit(128 + number)


def serve(port: str) -> None:
    call_command("runserver", f"127.0.0.1:{port}")


def main(port: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    os.environ.setdefault("BASE_URL", f"http://127.0.0.1:{port}")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    django.setup()
    # Django's reloader starts this script again for every change of the code.
    if "RUN_MAIN" in os.environ:
        if has_worker():
            os.kill(os.getppid(), SERVER_STARTS)
        serve(port)
        return
    bring_up_to_date()
    print(ADDRESSES.format(port=port) + USERS * settings.DEMO_USERS, flush=True)
    with worker():
        serve(port)


if __name__ == "__main__":
    main(sys.argv[1])
