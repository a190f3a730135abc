import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from config.settings import base


@pytest.mark.django_db
def test_default_cache_is_a_table_of_the_database(settings):
    settings.CACHES = base.CACHES
    call_command("createcachetable", verbosity=0)

    assert cache.add("seen", 1)
    assert not cache.add("seen", 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_cache")
        assert cursor.fetchone() == (1,)
