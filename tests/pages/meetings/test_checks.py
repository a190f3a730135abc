from django.test import override_settings

from pages.meetings import checks
from tests.needs import found, without


def test_this_site_has_all_of_it():
    assert found(checks.check_apps) == found(checks.check_addresses) == []


def test_app_is_missed():
    with without("wagtail.contrib.routable_page"):
        assert found(checks.check_apps) == ["meetings.E001"]


@override_settings(ROOT_URLCONF="tests.pages.base.test_checks")
def test_addresses_are_missed():
    assert found(checks.check_addresses) == ["meetings.E002"]
