"""Tests: as development, but nothing is written outside a temporary folder."""

import tempfile
from pathlib import Path

from .dev import *

DEBUG = False
ALLOWED_HOSTS = ["*"]
DATABASES["default"].setdefault("TEST", {})
CACHES = {
    **CACHES,
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="media-"))
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
