"""Tests: as development, but nothing is written outside a temporary folder."""

import tempfile
from pathlib import Path

from . import environment
from .dev import *

DEBUG = False
ALLOWED_HOSTS = ["*"]
DATABASES["default"].setdefault("TEST", {})
CACHES = {
    **CACHES,
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # What one test was told must not reach another one.
    **{
        name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
        for name in API_CACHES
    },
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="media-"))
PARTICIPATION_OPEN_DATA["folder"] = tempfile.mkdtemp(prefix="open-data-")
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["private"] = {
    **STORAGES["private"],
    "OPTIONS": {"location": tempfile.mkdtemp(prefix="private-"), "base_url": None},
}
# What the search catalogues costs more than most tests: those about it switch it on.
SEARCH_FOLLOWS = environment.switch("SEARCH_FOLLOWS")
# The queue as it is in production. No worker runs: a test that wants what waits to be
# done says `tests.worker.work_off()`, so that it sees what was queued, and when.
TASKS["background"]["BACKEND"] = "django_tasks_db.DatabaseBackend"
