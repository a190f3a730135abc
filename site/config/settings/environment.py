"""The environment: how a value is read, and the one line said when it is wrong."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from django.core.exceptions import ImproperlyConfigured
from environ import Env

# Servers give up at this one instead of starting their workers again and again.
FAILED_TO_BOOT = 3

SWITCHES = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}
DATABASES = ("postgres", "postgresql", "sqlite")

T = TypeVar("T")


def stop(name: str, wanted: str) -> NoReturn:
    """End the process. The value is not repeated: it may hold a password."""
    sys.stderr.write(f"{name} in the environment is not understood: {wanted}\n")
    sys.exit(FAILED_TO_BOOT)


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str) -> list[str]:
    """What is between the commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    path = Path(text(name, str(default)))
    return path if path.is_absolute() else stop(name, "write the whole path, from /.")


def switch(name: str) -> bool:
    value = SWITCHES.get(text(name, "0").lower())
    return stop(name, "write 1 or 0.") if value is None else value


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    return int(value) if value.isdecimal() else stop(name, "write a whole number.")


def address(name: str, default: str, parse: Callable[[str], T], wanted: str) -> T:
    """What `parse` makes of a URL."""
    try:
        return parse(text(name, default))
    except (ImproperlyConfigured, ValueError):
        stop(name, wanted)


def database(name: str, default: str) -> dict[str, Any]:
    """A database as Django wants it, with what each engine needs to serve a site."""
    wanted = "write postgres://USER:PASSWORD@HOST/NAME or sqlite:////PATH/TO/FILE."
    if text(name, default).partition(":")[0] not in DATABASES:
        stop(name, wanted)
    found: dict[str, Any] = address(name, default, Env.db_url_config, wanted)
    if not found["NAME"]:
        stop(name, wanted)
    if found["ENGINE"].endswith("sqlite3"):
        # Django itself switches foreign keys on.
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        return found
    return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, **found}


def cache(name: str, default: str) -> dict[str, Any]:
    """A cache as Django wants it; a table may grow, lest guards fall out of it."""
    wanted = "write redis://HOST:6379/0 or dbcache://TABLE."
    found: dict[str, Any] = address(name, default, Env.cache_url_config, wanted)
    if found["BACKEND"].endswith("DatabaseCache"):
        found.setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 100_000)
    return found


def mail(name: str, default: str) -> dict[str, Any]:
    """The EMAIL_* settings, also where Django has MAILERS (6.1).

    With MAILERS, Wagtail 8.0 would sign in to the mail server without its password:
    its `send_mail` gives `username=None`, which Django then takes at its word.
    """
    wanted = "write smtp://HOST:25 or smtp+tls://USER:PASSWORD@HOST:587."
    found: dict[str, Any] = address(name, default, Env.email_url_config, wanted)
    known = {key: value for key, value in found.items() if value and key != "OPTIONS"}
    return {"EMAIL_TIMEOUT": 10, **known}
