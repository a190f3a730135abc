import pytest

from tests.caches import clear_caches


@pytest.fixture(autouse=True)
def _cold_caches():
    clear_caches()
