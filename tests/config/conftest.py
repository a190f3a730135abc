import pytest
from django.conf import settings
from django.utils import translation

from tests.caches import clear_caches


@pytest.fixture(autouse=True)
def _afresh():
    """Caches and the language of the last request outlive the test that made it."""
    clear_caches()
    with translation.override(settings.LANGUAGE_CODE):
        yield
