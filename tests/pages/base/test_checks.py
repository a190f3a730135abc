import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.checks import run_checks
from django.test import override_settings
from django.urls import include, path
from wagtail import urls as wagtail_urls

from pages.base import checks
from tests.needs import found, without, without_middleware

# What ROOT_URLCONF would be without i18n_patterns.
urlpatterns = [path("", include(wagtail_urls))]


def test_nothing_is_said_of_this_site():
    own = [m for m in run_checks() if m.id.startswith("participation_base.")]

    assert own == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("wagtail_localize", "participation_base.E001"),
        ("wagtail_localize.locales", "participation_base.E002"),
    ],
)
def test_app_is_missed(name, code):
    with without(name):
        assert found(checks.check_apps) == [code]


@pytest.mark.parametrize("name", ["WAGTAIL_I18N_ENABLED", "WAGTAIL_CONTENT_LANGUAGES"])
def test_languages_are_missed(settings, name):
    delattr(settings, name)

    assert found(checks.check_languages) == ["participation_base.E003"]


def test_language_that_django_does_not_know_is_found(settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch")]

    with override_settings(LANGUAGES=[("pl", "Polski")]):
        assert found(checks.check_languages) == ["participation_base.E004"]


def test_middleware_is_missed(settings):
    settings.MIDDLEWARE = without_middleware("LanguageMiddleware")

    assert found(checks.check_middleware) == ["participation_base.E005"]


def test_own_middleware_or_djangos_is_enough(settings):
    settings.MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware"]

    assert found(checks.check_middleware) == []


@override_settings(ROOT_URLCONF=__name__)
def test_prefixes_are_missed():
    assert found(checks.check_prefixes) == ["participation_base.E006"]


def test_search_of_the_host_is_found(monkeypatch):
    monkeypatch.setattr(apps.get_app_config("participation_search"), "label", "search")

    assert found(checks.check_search) == ["participation_base.E007"]


def test_site_without_a_search_is_left_alone():
    assert "search" in django_settings.INSTALLED_APPS
    with without("search"):
        assert found(checks.check_search) == []
