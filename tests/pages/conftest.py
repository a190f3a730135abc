import pytest
from django.conf import settings
from django.utils import translation
from wagtail.signal_handlers import disable_reference_index_auto_update

from tests.caches import clear_caches


@pytest.fixture(autouse=True)
def _afresh():
    """Caches and the language of the last request outlive the test that made it."""
    clear_caches()
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def unindexed(settings):
    """For tests that make hundreds of rows that nobody searches for."""
    (backend,) = settings.WAGTAILSEARCH_BACKENDS.values()
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**backend, "AUTO_UPDATE": False}}
    with disable_reference_index_auto_update():
        yield
