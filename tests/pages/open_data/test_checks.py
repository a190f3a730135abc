"""The checks name what the room needs of its site."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from pages.open_data.checks import check_addresses, check_settings, check_tasks
from pages.open_data.settings import open_data


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ({"licence": "GPL"}, "open_data.E001"),
        ({"unknown": 1}, "open_data.E001"),
        ({}, "open_data.W001"),
        ({"folder": "here"}, "open_data.W001"),
    ],
)
def test_wrong_settings_are_told(settings, own, code):
    settings.PARTICIPATION_OPEN_DATA = own

    assert [message.id for message in check_settings()] == [code]


def test_own_site_has_all_that_is_needed(folder):
    assert [*check_settings(), *check_addresses(), *check_tasks()] == []


def test_queue_and_addresses_are_missed(settings):
    settings.TASKS = {}
    settings.ROOT_URLCONF = "pages.open_data.urls"

    assert [one.id for one in check_tasks()] == ["open_data.E003"]
    assert [one.id for one in check_addresses()] == ["open_data.E002"]


def test_publisher_is_the_site_where_none_is_named(settings):
    settings.PARTICIPATION_OPEN_DATA = {"publisher": ""}
    assert open_data().publisher == settings.WAGTAIL_SITE_NAME
    settings.PARTICIPATION_OPEN_DATA = {"licence": "GPL"}
    with pytest.raises(ImproperlyConfigured):
        open_data()
