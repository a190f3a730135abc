"""Runs a benchmark on both databases, each time in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable

from tools.postgres import NoServerError, postgres


def on_both(measured: Callable[[str, str], str], what: str, sqlite: str) -> str:
    """Return what `measured` says of PostgreSQL, if there is one, and of SQLite.

    It gets the name and the URL of an empty database.
    """
    parts = []
    try:
        with postgres() as url:
            parts.append(measured("PostgreSQL", url))
    except NoServerError as error:
        parts.append(f"\n{what}: not measured on PostgreSQL, {error}")
    parts.append(measured("SQLite", sqlite))
    return "".join(parts)


def in_process(module: str, url: str, *arguments: str) -> str:
    """Return what a module of the benchmarks prints, on the database of a URL."""
    settings = {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": url,
        "SEARCH_FOLLOWS": "1",
    }
    done = subprocess.run(  # noqa: S603 - a module of this very package
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        env={**os.environ, **settings},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout
