import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from wagtail.models import Site


@pytest.fixture(autouse=True)
def _cold_caches():
    """Caches outlive the rollback of a test: nobody may see what another left."""
    ContentType.objects.clear_cache()
    Site.objects.clear_cache() if hasattr(Site.objects, "clear_cache") else None
    for alias in ("default", "renditions"):
        caches[alias].clear()
