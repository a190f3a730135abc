"""What the API needs, it names."""

import re
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from wagtail.api.v3.registry import registry

from pages.api.apps import REDIRECTS
from pages.api.checks import MIDDLEWARE, check_api


def ids():
    return [message.id for message in check_api()]


def test_site_that_has_everything_hears_nothing():
    assert ids() == []


def test_wagtails_api_is_missed():
    with patch.object(apps, "is_installed", return_value=False):
        assert ids() == ["participation_api.E001"]


def test_redirects_are_missed_before_their_models_are_asked_for():
    with (
        patch.object(apps, "is_installed", return_value=False),
        pytest.raises(ImproperlyConfigured, match=re.escape(REDIRECTS)),
    ):
        apps.get_app_config("participation_api").ready()


def test_late_place_among_the_apps_is_noticed():
    with patch.object(registry, "get", return_value=None):
        assert ids() == ["participation_api.E002"]


def test_middleware_is_missed(settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != MIDDLEWARE]

    assert ids() == ["participation_api.W001"]


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ({"nonsense": 1}, "participation_api.E003"),
        ({"cache": "nonsense"}, "participation_api.E004"),
        ({"throttle_cache": "nonsense"}, "participation_api.E004"),
    ],
)
def test_wrong_settings_are_named(own, code):
    with override_settings(PARTICIPATION_API=own):
        assert ids() == [code]
