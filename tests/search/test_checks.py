import pytest
from django.test import override_settings

from search import checks
from tests.needs import found, without

NEEDS = [
    checks.check_apps,
    checks.check_backend,
    checks.check_tasks,
    checks.check_addresses,
]


@pytest.mark.parametrize("check", NEEDS)
def test_this_site_has_all_of_it(check):
    assert found(check) == []


def test_app_is_missed():
    with without("wagtail.contrib.search_promotions"):
        assert found(checks.check_apps) == ["search.E001"]


def test_index_of_wagtails_own_is_found(settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "wagtail.search.backends.database"}
    }

    assert found(checks.check_backend) == ["search.E002"]


@pytest.mark.parametrize("server", ["opensearch", "elasticsearch"])
def test_index_on_a_server_is_ours_too(settings, server):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": f"search.backends.{server}"}
    }

    assert found(checks.check_backend) == []


def test_queue_is_missed(settings):
    settings.TASKS = {"background": {"BACKEND": "x", "QUEUES": ["mail"]}}

    assert found(checks.check_tasks) == ["search.E003"]


@override_settings(ROOT_URLCONF="tests.pages.base.test_checks")
def test_addresses_are_missed():
    assert found(checks.check_addresses) == ["search.E004"]
