"""What all tests share: the database's shape and this machine's Chromium."""

import os
import shutil

import pytest
from django.db import connections

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
NO_CHROMIUM = "Chromium is not on this machine"
# What some tests need of a machine; with REQUIRE_PROGRAMS=1 none is skipped for it.
PROGRAMS = ("lowriter", "localc", "npm")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Playwright keeps an event loop in the main thread once a browser test has run,
# and Django would then refuse the database to every test after it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_configure():
    absent = [program for program in PROGRAMS if not shutil.which(program)]
    absent += [] if CHROMIUM else ["chromium"]
    if absent and os.environ.get("REQUIRE_PROGRAMS") == "1":
        raise pytest.UsageError(f"REQUIRE_PROGRAMS=1 asks for {', '.join(absent)}.")


def pytest_collection_modifyitems(items):
    for item in items:
        if not CHROMIUM and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))
        # A test that commits is followed by a flush: the next one gets back what
        # the migrations made (the root page, the site, the locale).
        marker = item.get_closest_marker("django_db")
        options = dict(marker.kwargs) if marker else {}
        if options.get("transaction") or "live_server" in item.fixturenames:
            options |= {"transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**options), append=False)


def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    if count := sum(NO_CHROMIUM in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(f"{NO_CHROMIUM}: {count} browser tests skipped.")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    # The live server answers in threads, which cannot share a database in memory.
    if connections["default"].vendor == "sqlite":
        path = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connections["default"].settings_dict["TEST"]["NAME"] = str(path)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    # Under Playwright's event loop Django opens a second connection object, which
    # must know as well what the migrations made.
    first = connections["default"]
    if hasattr(first, "_test_serialized_contents"):
        type(first)._test_serialized_contents = first._test_serialized_contents


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": SWITCHES}
