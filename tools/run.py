"""Serve the demo: bring the database up to date first, all in one Django start."""

import os
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ADDRESSES = """
  The site     http://127.0.0.1:{port}/
  The admin    http://127.0.0.1:{port}/admin/
"""
USERS = """  Sign in as   redakcja, wydawca, tlumacz or admin; the password is demo
"""


def bring_up_to_date() -> None:
    """Migrate and load the demo where that is not done yet."""
    settings.VAR_DIR.mkdir(exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database.", file=sys.stderr)
        call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_demo", "--if-empty")


def main(port: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    os.environ.setdefault("BASE_URL", f"http://127.0.0.1:{port}")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    django.setup()
    # Django's reloader starts this script again for every change of the code.
    if "RUN_MAIN" not in os.environ:
        bring_up_to_date()
        print(ADDRESSES.format(port=port) + USERS * settings.DEMO_USERS, flush=True)
    call_command("runserver", f"127.0.0.1:{port}")


if __name__ == "__main__":
    main(sys.argv[1])
