from django.test import override_settings

from pages.programmes.checks import check_addresses, check_middleware
from tests.needs import found


def test_site_has_what_the_room_needs(settings):
    assert check_middleware() == []

    settings.MIDDLEWARE = []

    (warning,) = check_middleware()
    assert warning.id == "programmes.W001"


def test_address_of_clauses_is_missed():
    assert found(check_addresses) == []

    with override_settings(ROOT_URLCONF="tests.pages.base.test_checks"):
        assert found(check_addresses) == ["programmes.E001"]
