"""Caches outlive the rollback of a test: nobody may see what another left there."""

from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches


def clear_caches():
    ContentType.objects.clear_cache()
    for alias in ("default", "renditions"):
        caches[alias].clear()
