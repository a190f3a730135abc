"""What must hold before the public is served; `check --deploy` and servers ask."""

import sys
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core import checks
from django.core.checks import CheckMessage, register
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from .settings.environment import FAILED_TO_BOOT

TAG = "config"
KEY_LENGTH, KEY_CHARACTERS = 50, 5
NOT_SHARED = ("locmem.LocMemCache", "dummy.DummyCache")


def stop_on_errors() -> None:
    """End the process before it serves with settings that cannot serve."""
    messages = checks.run_checks(tags=[TAG], include_deployment_checks=True)
    errors = [m for m in messages if m.is_serious() and not m.is_silenced()]
    for error in errors:
        sys.stderr.write(f"{error.id} {error.msg} {error.hint}\n")
    if errors:
        sys.exit(FAILED_TO_BOOT)


@register(TAG, deploy=True)
def check_secret_key(**kwargs: Any) -> list[CheckMessage]:
    try:
        key = settings.SECRET_KEY
    except ImproperlyConfigured:  # how Django says that it is empty
        key = ""
    if len(key) >= KEY_LENGTH and len(set(key)) >= KEY_CHARACTERS:
        return []
    return [
        checks.Error(
            "SECRET_KEY is too easy to guess." if key else "SECRET_KEY is not set.",
            hint="Set it to what this prints, and keep it: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
            id="config.E001",
        )
    ]


@register(TAG, deploy=True)
def check_hosts(**kwargs: Any) -> list[CheckMessage]:
    hint = "Set it to the site's names, as in ALLOWED_HOSTS=programme.city.example"
    if not settings.ALLOWED_HOSTS:
        return [checks.Error("ALLOWED_HOSTS is not set.", hint=hint, id="config.E002")]
    if "*" in settings.ALLOWED_HOSTS:
        words = "ALLOWED_HOSTS lets in requests made out to any name."
        return [checks.Warning(words, hint=hint, id="config.W005")]
    return []


@register(TAG, deploy=True)
def check_static_files(**kwargs: Any) -> list[CheckMessage]:
    storage: Any = staticfiles_storage
    hashed = isinstance(storage, ManifestFilesMixin)
    if not hashed or storage.read_manifest() is not None:
        return []
    return [
        checks.Error(
            "The static files are not in STATIC_ROOT: no page can be shown.",
            hint="Run: manage.py collectstatic --noinput",
            id="config.E003",
        )
    ]


@register(TAG, deploy=True)
def check_database(**kwargs: Any) -> list[CheckMessage]:
    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return []
    return [
        checks.Warning(
            "The database is SQLite: one writer at a time, on one machine.",
            hint="Set DATABASE_URL=postgres://USER:PASSWORD@HOST/NAME",
            id="config.W001",
        )
    ]


@register(TAG, deploy=True)
def check_base_url(**kwargs: Any) -> list[CheckMessage]:
    url = urlsplit(settings.BASE_URL)
    known = validate_host(url.hostname or "", settings.ALLOWED_HOSTS)
    if url.scheme == "https" and known:
        return []
    return [
        checks.Warning(
            "BASE_URL is not an https address of one of ALLOWED_HOSTS: "
            "links in mail will not lead here.",
            hint="Set it as in BASE_URL=https://programme.city.example",
            id="config.W002",
        )
    ]


@register(TAG, deploy=True)
def check_cache(**kwargs: Any) -> list[CheckMessage]:
    if not settings.CACHES["default"]["BACKEND"].endswith(NOT_SHARED):
        return []
    return [
        checks.Warning(
            "The cache is not shared: every process counts its own rate limits.",
            hint="Unset CACHE_URL, for the database's, or set redis://HOST:6379/0",
            id="config.W003",
        )
    ]


@register(TAG, deploy=True)
def check_sender(**kwargs: Any) -> list[CheckMessage]:
    if not settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        return []
    return [
        checks.Warning(
            "Mail would be sent from localhost, and refused.",
            hint="Set it as in DEFAULT_FROM_EMAIL=programme@city.example",
            id="config.W004",
        )
    ]
