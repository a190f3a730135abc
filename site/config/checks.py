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


def error(number: str, words: str, hint: str) -> CheckMessage:
    """Return what keeps the site from being served."""
    return checks.Error(words, hint=hint, id=number)


def doubt(number: str, words: str, hint: str) -> CheckMessage:
    """Return what a careful operator would change."""
    return checks.Warning(words, hint=hint, id=number)


@register(TAG, deploy=True)
def check_secret_key(**kwargs: Any) -> list[CheckMessage]:
    try:
        key = settings.SECRET_KEY
    except ImproperlyConfigured:  # how Django says that it is empty
        key = ""
    if len(key) >= KEY_LENGTH and len(set(key)) >= KEY_CHARACTERS:
        return []
    words = "SECRET_KEY is too easy to guess." if key else "SECRET_KEY is not set."
    hint = (
        "Set it to what this prints, and keep it: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )
    return [error("config.E001", words, hint)]


@register(TAG, deploy=True)
def check_hosts(**kwargs: Any) -> list[CheckMessage]:
    hint = "Set it to the site's names, as in ALLOWED_HOSTS=programme.city.example"
    if not settings.ALLOWED_HOSTS:
        return [error("config.E002", "ALLOWED_HOSTS is not set.", hint)]
    if "*" in settings.ALLOWED_HOSTS:
        words = "ALLOWED_HOSTS lets in requests made out to any name."
        return [doubt("config.W005", words, hint)]
    return []


@register(TAG, deploy=True)
def check_static_files(**kwargs: Any) -> list[CheckMessage]:
    storage: Any = staticfiles_storage
    if (
        not isinstance(storage, ManifestFilesMixin)
        or storage.read_manifest() is not None
    ):
        return []
    words = "The static files are not in STATIC_ROOT: no page can be shown."
    return [error("config.E003", words, "Run: manage.py collectstatic --noinput")]


@register(TAG, deploy=True)
def check_database(**kwargs: Any) -> list[CheckMessage]:
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        words = "The database is SQLite: one writer at a time, on one machine."
        hint = "Set DATABASE_URL=postgres://USER:PASSWORD@HOST/NAME"
        return [doubt("config.W001", words, hint)]
    return []


@register(TAG, deploy=True)
def check_base_url(**kwargs: Any) -> list[CheckMessage]:
    url = urlsplit(settings.BASE_URL)
    known = validate_host(url.hostname or "", settings.ALLOWED_HOSTS)
    if url.scheme == "https" and known:
        return []
    words = (
        "BASE_URL is not an https address of one of ALLOWED_HOSTS: "
        "links in mail will not lead here."
    )
    hint = "Set it as in BASE_URL=https://programme.city.example"
    return [doubt("config.W002", words, hint)]


@register(TAG, deploy=True)
def check_cache(**kwargs: Any) -> list[CheckMessage]:
    if settings.CACHES["default"]["BACKEND"].endswith(NOT_SHARED):
        words = "The cache is not shared: every process counts its own rate limits."
        hint = "Unset CACHE_URL, for the database's, or set redis://HOST:6379/0"
        return [doubt("config.W003", words, hint)]
    return []


@register(TAG, deploy=True)
def check_sender(**kwargs: Any) -> list[CheckMessage]:
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        words = "Mail would be sent from localhost, and refused."
        hint = "Set it as in DEFAULT_FROM_EMAIL=programme@city.example"
        return [doubt("config.W004", words, hint)]
    return []
