"""What the API tells of the site itself."""

import pytest
from django.apps import apps
from django.conf import settings as ours

from pages.open_data.settings import LICENCES
from tests.factories.pages import City, translate
from tests.factories.snippets import ProjectFactory

from .asking import ask
from .costing import cost

pytestmark = pytest.mark.django_db

PATH = "/site/"
MOST_QUERIES = 12


@pytest.fixture
def city():
    return City(project=ProjectFactory(funding_note="Ze środków funduszu."))


def test_site_is_told_in_each_language(city, client):
    translate(city.home, "en", site_name="Laboratory", tagline="Together", slug="en")

    polish, english = (ask(client, PATH, locale=code) for code in ("pl", "en"))

    assert (polish["name"], polish["tagline"]) == ("Laboratorium", city.home.tagline)
    assert polish["contacts"] == {"email": city.home.contact_email}
    assert polish["credits"]["funding_note"] == "Ze środków funduszu."
    assert (english["name"], english["locale"]) == ("Laboratory", "en")
    assert [(one["code"], one["is_default"]) for one in english["languages"]] == [
        ("pl", True),
        ("en", False),
    ]
    for one in english["languages"]:
        assert client.get(one["home_url"]).status_code == 200


def test_every_address_leads_somewhere(city, client):
    answer = ask(client, PATH, locale="pl")

    found = {name: url for name, url in answer["addresses"].items() if url}
    assert found.keys() >= {"pages", "navigation", "search", "feeds", "sitemap"}
    for name, url in [*found.items(), *answer["api"].items()]:
        if name == "version":
            continue
        query = {"q": "rada"} if name == "search" else {}
        assert client.get(url, query).status_code == 200, name


def test_language_without_a_home_page_has_the_name_of_the_settings(city, client):
    answer = ask(client, PATH, locale="uk")

    assert answer["name"] == ours.WAGTAIL_SITE_NAME
    assert (answer["contacts"], answer["credits"]) == ({"email": None}, None)


@pytest.mark.parametrize("licence", ["CC0-1.0", "CC-BY-4.0"])
def test_licence_is_that_of_the_open_data(city, client, settings, licence):
    settings.PARTICIPATION_OPEN_DATA = {"licence": licence}

    told = ask(client, PATH, locale="pl")["licence"]

    assert told == {"name": LICENCES[licence].name, "url": LICENCES[licence].deed}


def test_site_without_open_data_has_no_licence(city, client, monkeypatch):
    rest = {name for name in ("pages.api", "pages.base") if apps.is_installed(name)}
    monkeypatch.setattr(apps, "is_installed", rest.__contains__)

    assert ask(client, PATH, locale="pl")["licence"] is None


def test_closed_home_page_tells_nothing(client):
    City(site_name="Zatajone", tagline="Zatajone", restricted=True)

    assert "Zatajone" not in str(ask(client, PATH, locale="pl"))


def test_number_of_queries_is_small(city, client):
    assert cost(client, PATH, locale="pl") <= MOST_QUERIES


@pytest.mark.parametrize("query", ["locale=xx", "locale=all", "locale=", "x=1"])
def test_wrong_parameters_are_refused(city, client, query):
    ask(client, f"{PATH}?{query}", status=422)
