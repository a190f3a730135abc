from django.test import override_settings

from pages.directory import checks
from tests.needs import found


def test_this_site_has_all_of_it():
    assert found(checks.check_addresses) == []


@override_settings(ROOT_URLCONF="tests.pages.base.test_checks")
def test_addresses_are_missed():
    assert found(checks.check_addresses) == ["directory.E001"]
