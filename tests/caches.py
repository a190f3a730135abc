"""Caches outlive the rollback of a test: nobody may see what another left there."""

from django.conf import settings
from django.core.cache import caches

from search import vocabulary
from search.queries import expanding


def clear_caches():
    for alias in settings.CACHES:
        caches[alias].clear()
    expanding.forget()
    vocabulary.forget()
