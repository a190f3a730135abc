"""Where files are kept: the site's own, those it makes, and those nobody may open."""

from pathlib import Path
from typing import Any

from . import environment

ROOT_DIR = Path(__file__).resolve().parents[3]
SITE_DIR = ROOT_DIR / "site"
VAR_DIR = ROOT_DIR / "var"

STATIC_URL = "/static/"
STATIC_ROOT = environment.folder("STATIC_ROOT", VAR_DIR / "static")
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.folder("MEDIA_ROOT", VAR_DIR / "media")
# Scans of letters and the like: no address leads here, staff get them from views.
PRIVATE_ROOT = environment.folder("PRIVATE_ROOT", VAR_DIR / "private")
# What everybody may take, written each night: see `pages.open_data.settings`.
PARTICIPATION_OPEN_DATA: dict[str, Any] = {
    "folder": environment.folder("OPEN_DATA_ROOT", VAR_DIR / "open-data"),
    "licence": environment.text("OPEN_DATA_LICENCE", "CC0-1.0"),
    "publisher": environment.text("OPEN_DATA_PUBLISHER"),
    "contact_email": environment.text("OPEN_DATA_EMAIL"),
}
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
