"""Addresses in answers."""

from django.test import override_settings
from django.utils import translation

from pages.api.links import path_to


def test_path_is_that_of_the_language_and_of_the_sites_addresses():
    paths = []
    for code in ("pl", "en", "pl"):
        with translation.override(code):
            paths.append(path_to("organisation", slug="lab"))

    assert [path.split("/")[1] for path in paths] == ["pl", "en", "pl"]
    with override_settings(ROOT_URLCONF="wagtail.admin.urls"):
        assert path_to("organisation", slug="lab") is None
    assert path_to("organisation", slug="lab") is not None
