"""Rows that all tests of a module share, as `setUpTestData` keeps them for a class."""

from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.utils import translation

from tests.caches import clear_caches


@contextmanager
def kept_rows(blocker):
    """Keep what is made inside until the block ends; `blocker` is pytest-django's.

    What a test adds is taken back after it; of objects it takes a copy for itself.
    """
    clear_caches()
    with blocker.unblock(), transaction.atomic():
        with translation.override(settings.LANGUAGE_CODE):
            yield
        transaction.set_rollback(True)
