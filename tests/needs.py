"""Checks of what apps need: a site without something, and the codes of messages."""

from unittest.mock import patch

from django.apps import apps
from django.conf import settings


def found(check):
    """Return the codes of what a check says."""
    return [message.id for message in check()]


def without(name):
    """Take an app out of the registry for a while.

    Not by INSTALLED_APPS, which would make all others ready a second time.
    """
    others = {k: v for k, v in apps.app_configs.items() if v.name != name}
    return patch.object(apps, "app_configs", others)


def without_middleware(name):
    """Return MIDDLEWARE without the ones whose name ends so."""
    return [part for part in settings.MIDDLEWARE if not part.endswith(name)]
