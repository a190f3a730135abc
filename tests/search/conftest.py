import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import translation

from search import vocabulary
from search.queries import expanding
from tests.caches import clear_caches


@pytest.fixture(autouse=True, scope="module")
def _following():
    """The catalogue follows, also while a class makes its data."""
    with override_settings(SEARCH_FOLLOWS=True):
        yield


@pytest.fixture(autouse=True)
def _afresh():
    """What a process keeps in memory outlives the test that it was read in."""
    clear_caches()
    vocabulary.forget()
    expanding.forget()
    with translation.override(settings.LANGUAGE_CODE):
        yield
