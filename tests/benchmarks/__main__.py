"""`python -m tests.benchmarks [name…]` runs the benchmarks on a city of their own."""

import os
import sys
import tempfile
import warnings
from importlib import import_module
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from .report import progress

# Modules beside this one; each has a `run` that returns what to print.
BENCHMARKS = (
    "pages",
    "api",
    "api_served",
    "redline",
    "changes",
    "comments",
    "papers",
    "register",
    "directory",
    "search",
    "search_page",
    "lists",
    "staff",
    "submitters",
)


def main(names: list[str]) -> None:
    """Make the demo city in a temporary folder and run the benchmarks named."""
    warnings.filterwarnings("ignore", "No directory at")  # WhiteNoise, no collectstatic
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        make_city(Path(folder))
        for name in names or BENCHMARKS:
            progress(f"{name}:")
            benchmark = import_module(f"tests.benchmarks.{name}")
            sys.stdout.write(f"{benchmark.run()}\n")
        connection.close()


def make_city(folder: Path) -> None:
    """Make the database and load the demo; settings keep their files in `folder`."""
    folder.chmod(0o711)  # a server of PostgreSQL inside is another user's
    tempfile.tempdir = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'db.sqlite3'}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        for model in apps.get_app_config("plain").get_models():
            editor.create_model(model)
    progress("database made")
    with Path(os.devnull).open("w") as nowhere:
        call_command("load_demo", stderr=nowhere)
    progress("demo loaded")


if __name__ == "__main__":
    main(sys.argv[1:])
