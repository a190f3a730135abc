"""The same texts are found on SQLite and on PostgreSQL."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from search.cases.measuring import measure
from search.cases.reading import read_cases
from tools.postgres import NoServerError, postgres

ROOT = Path(__file__).parents[3]
FILE = Path(__file__).with_name("pl.tsv")


@contextmanager
def other_database(folder):
    """Return the URL of an empty database that is not of the kind of this one's."""
    if connection.vendor == "postgresql":
        yield f"sqlite:///{folder / 'db.sqlite3'}"
        return
    try:
        with postgres() as url:
            yield url
    except NoServerError as error:
        pytest.skip(str(error))


def manage(url, *arguments):
    """Return what a command prints on the database of a URL."""
    own = {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
    }
    done = subprocess.run(  # noqa: S603 - this very project
        [sys.executable, ROOT / "manage.py", *arguments],
        env={**os.environ, **own},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


@pytest.mark.django_db
def test_both_databases_find_the_same(tmp_path):
    cases = read_cases(FILE.read_bytes(), "pl", ["pl"])
    here = measure(cases, 1, lambda line: None)
    with other_database(tmp_path) as url:
        manage(url, "migrate", "--verbosity=0")
        table = manage(url, "search_cases", str(FILE))
    (digest,) = re.findall(r"sha256: (\w{64})$", table, re.MULTILINE)
    assert digest == here.digest
    assert connection.display_name not in table
